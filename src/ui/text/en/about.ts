/**
 * What the About sheet says of the tool: its method, its stand on neutrality, its limits. The statement on the General Assembly is
 * resolution ES-11/1 of 2 March 2022, adopted by 141 votes to 5 with 35 abstentions.
 */
export const about = {
  title: 'About Parley',
  sections: [
    {
      heading: 'What it is for',
      paragraphs: [
        'Parley lets you walk through a negotiation one decision at a time. You choose for each side, see how its leverage moves and why, go back, and take another turn.',
        'It does not forecast, it does not recommend, and nobody wins. It is a way to ask “what if”, alone or with a group.',
      ],
    },
    {
      heading: 'How the scores are made',
      paragraphs: [
        'Scores are judgements, not measurements. Each starting number and each effect has a low, a most likely and a high value, and a reason. Click a number to see them.',
        'Facts are kept in a ledger. Each has a date, a status and its sources, and Sources shows what rests on it. Where sources disagree, the fact is marked as contested and its note says how.',
        'A range shows how far the judgements allow a score to move. Parley takes the line you walked, draws the sizes of its effects 200 times, and shows the middle 80 % of the results. A range says nothing about how likely an event is.',
        'The number of lines that lead to an end says nothing about how likely that end is.',
        'Points of different actors are not comparable. Leverage is not a share of one whole, so it is never added up across actors.',
      ],
    },
    {
      heading: 'Describing is not endorsing',
      paragraphs: [
        'Each side’s interests and words are described in the third person and with the same room. To describe an interest is not to endorse it.',
        'The first scenario is about an ongoing war. Parley does not judge the legality of that war. The General Assembly of the United Nations has taken a position: in resolution ES-11/1 of 2 March 2022 it demanded that Russia withdraw all its military forces from the territory of Ukraine within its internationally recognised borders. 141 states voted for it, 5 against, and 35 abstained.',
        'Equal room on the page does not mean that the two sides’ conduct is equal, or that the law treats both in the same way on every point. The law on prisoners and civilians binds both sides, whatever the other does.',
        'No option is scored by deaths. The scenario holds no units, routes or equipment, and no pictures. Law is told as law, with its source, and not as an opinion.',
      ],
    },
    {
      heading: 'Words',
      paragraphs: [
        'Some words take a side. The scenario avoids them, except inside a quotation with its speaker. Ground is “held by” or “under the control of” either army, and it is “retaken”. International law has its own terms, and these words do not replace them.',
        '“Incursion” and “cross-border operation” mean the Ukrainian operation in Russia’s Kursk region that began on 6 August 2024. For February 2022 the scenario uses the words of the United Nations: Russia’s full-scale invasion of Ukraine.',
        'A place or a person has one spelling throughout: Kyiv, Sudzha, Sumy, Zelensky, Syrskyi. “Region” stands for oblast in both countries.',
        '“Says” is kept for public words. “Is thought to” marks our own reading. “Could say” is what a side might truthfully point to in the exercise.',
        'The texts are in English only. They aim at readers who learned it at school (level B1 to B2). A translation needs a native reviewer and a second reader for neutrality.',
      ],
    },
    {
      heading: 'Known limits',
      paragraphs: [
        'The scores of Kursk are the reading of one small team. No panel has reviewed them yet, and readers close to each side, and a lawyer, should.',
        'Kursk is told as of its reading date, 14 March 2025. What came later is kept apart, and you can open it after an end.',
        'Its first source is a secondary text with errors of its own. They are listed under Sources, with what the scenario does about each. Most sources were read as stored excerpts, not as live pages.',
        'Only the main actors decide. Civilians and prisoners have indicators of their own, but no voice at the table.',
        'Checks for one-sidedness come with the code: how often options raise or lower each side, whether any option is best on everything, whether an end only helps one side. They find some kinds of bias, not all.',
      ],
    },
    {
      heading: 'Found an error?',
      paragraphs: [
        'Open an issue where you found this tool. Name the fact or the move by its id, say what is wrong, and add a source. A sentence that favours a side is an error too.',
        'If you disagree with a number and not with a fact, change the number in a copy of the scenario, and say why.',
      ],
    },
    {
      heading: 'Your data',
      paragraphs: [
        'No account, no tracking, no cookies. Your lines and notes stay on this device until you share or export them. The link to a step holds moves, no names and no notes.',
        'In some countries, Russia and Ukraine among them, words about this war can have legal consequences. Think of that before you share a line or a note. On a computer of your own, Parley runs without the internet.',
      ],
    },
    {
      heading: 'Licence',
      paragraphs: [
        'The code is free software under the MIT licence. The Kursk scenario is under CC BY 4.0: you may use and change it if you name its source.',
      ],
    },
  ],
} as const;
