/** What the About sheet says of the tool: its method, and its stand on neutrality. */
export const about = {
  title: 'About Parley',
  sections: [
    {
      heading: 'How the scores are made',
      paragraphs: [
        'Scores are judgements, shown with their range, and not a forecast. Each starting number and each effect has a low, a most likely and a high value, and a reason.',
        'A range shows how far these judgements allow a score to move along the line that you walked. Points of different actors are not comparable.',
      ],
    },
    {
      heading: 'Describing is not endorsing',
      paragraphs: [
        'Each side’s interests and words are described in the third person and with the same room. To describe an interest is not to endorse it.',
        'Parley does not judge the legality of the war. The General Assembly of the United Nations has taken a position: in resolution ES-11/1 of 2 March 2022 it demanded that Russia withdraw its forces from Ukraine.',
      ],
    },
  ],
} as const;
