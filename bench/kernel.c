/*
 * Draws of a whole tree, in one thread: the same arithmetic on the same plan as src/analysis/kernel, which bench/kernel.bench.ts writes to
 * a file: values by class, worths, shared sums of payoffs, and backward induction under rational play. Prints the seconds that the draws
 * took (reading the file not counted), and writes the root's value per actor and draw.
 *
 * cc -O3 -o kernel kernel.c -lm && ./kernel PLAN VALUES
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define B 32
#define ROW(array, row) ((array) + (size_t)(row) * B)

static FILE *plan;

/* Reads a column: its length, then its entries. */
static void *column(size_t size, int *count) {
  int length;
  if (fread(&length, sizeof length, 1, plan) != 1) exit(2);
  void *entries = malloc(size * (size_t)(length + 1));
  if (fread(entries, size, (size_t)length, plan) != (size_t)length) exit(2);
  if (count) *count = length;
  return entries;
}

static int *ints(int *count) { return column(sizeof(int), count); }
static double *doubles(int *count) { return column(sizeof(double), count); }
static double *rows(int count) { return calloc((size_t)(count + 1) * B, sizeof(double)); }

static double clip(double x, double low, double high) { return x < low ? low : x > high ? high : x; }

struct sums {
  int count, own_count;
  int *before, *column, *shared, *own;
  double *weight, *own_weight, *rows;
};

int main(int argc, char **argv) {
  if (argc != 3 || !(plan = fopen(argv[1], "rb"))) return 2;
  int *size = ints(NULL);
  const int draws = size[0], actors = size[1], widest = size[2], deepest = size[3];
  int width, effects, moves, conditions;
  double *starts = doubles(&width), *sizes = doubles(&effects), *bases = doubles(&moves), *masks = doubles(&conditions);
  width /= draws, effects /= draws, moves /= draws, conditions /= draws;

  int classes, columns, nodes;
  int *kind = ints(&classes), *from = ints(NULL), *effect = ints(NULL), *by = ints(NULL), *when = ints(NULL);
  double *ref = doubles(NULL);
  int *worth_of = ints(&columns), *worth_shape = ints(NULL), *shape_of = ints(NULL);
  double *base = doubles(NULL), *slope = doubles(NULL), *offset = doubles(NULL), *rise = doubles(NULL);
  struct sums *paid = calloc((size_t)actors, sizeof *paid);
  for (int a = 0; a < actors; a++) {
    paid[a].before = ints(&paid[a].count), paid[a].column = ints(NULL), paid[a].weight = doubles(NULL);
    paid[a].shared = ints(NULL), paid[a].own_weight = doubles(&paid[a].own_count), paid[a].own = ints(NULL);
    paid[a].rows = rows(paid[a].count);
  }
  int *node_kind = ints(&nodes), *depth = ints(NULL), *ordinal = ints(NULL), *first = ints(NULL), *move = ints(NULL);
  int *decider = ints(NULL), *apart = ints(NULL), *set_of = ints(NULL), *set = ints(NULL);
  int *leans_of = ints(NULL), *lean_class = ints(NULL);
  double *per = doubles(NULL), *lean_ref = doubles(NULL), *low = doubles(NULL), *high = doubles(NULL);
  double *equal_within = doubles(NULL), *score_within = doubles(NULL);

  double *value = rows(classes), *worth = rows(columns), *size_rows = rows(effects), *base_rows = rows(moves);
  double *mask_rows = rows(conditions), *score = rows(widest), *share = rows(widest);
  const size_t level = (size_t)widest * (size_t)actors * B;
  double *stack = calloc((size_t)(deepest + 2) * level, sizeof(double));
  double *out = calloc((size_t)actors * (size_t)draws, sizeof(double));
  int *path = calloc((size_t)deepest + 1, sizeof(int));

  struct timespec began, ended;
  clock_gettime(CLOCK_MONOTONIC, &began);
  for (int at = 0; at + B <= draws; at += B) {
    for (int i = 0; i < width; i++) memcpy(ROW(value, i), starts + (size_t)i * draws + at, B * sizeof(double));
    for (int i = 0; i < effects; i++) memcpy(ROW(size_rows, i), sizes + (size_t)i * draws + at, B * sizeof(double));
    for (int i = 0; i < moves; i++) memcpy(ROW(base_rows, i), bases + (size_t)i * draws + at, B * sizeof(double));
    for (int i = 0; i < conditions; i++) memcpy(ROW(mask_rows, i), masks + (size_t)i * draws + at, B * sizeof(double));

    for (int c = width; c < classes; c++) {
      double *restrict to = ROW(value, c);
      const double *restrict before = ROW(value, from[c]), *restrict add = ROW(size_rows, effect[c]);
      if (kind[c] == 1 && by[c] == -1) for (int d = 0; d < B; d++) to[d] = before[d] + add[d];
      else if (kind[c] == 1) {
        const double *restrict times = ROW(value, by[c]);
        const double unit = ref[effect[c]];
        for (int d = 0; d < B; d++) to[d] = before[d] + add[d] * clip(times[d] / unit, 0, 2);
      } else if (kind[c] == 2) for (int d = 0; d < B; d++) to[d] = before[d] * add[d];
      else for (int d = 0; d < B; d++) to[d] = add[d];
      if (when[c] == -1) continue;
      const double *restrict mask = ROW(mask_rows, when[c]);
      for (int d = 0; d < B; d++) to[d] = mask[d] != 0 ? to[d] : before[d];
    }

    for (int c = 0; c < columns; c++) {
      double *restrict to = ROW(worth, c);
      const double *restrict x = ROW(value, worth_of[c]);
      const int s = worth_shape[c];
      for (int d = 0; d < B; d++) to[d] = base[s];
      for (int p = shape_of[s]; p < shape_of[s + 1]; p++)
        for (int d = 0; d < B; d++) to[d] += rise[p] * clip(slope[p] * x[d] + offset[p], 0, 1);
    }
    for (int a = 0; a < actors; a++)
      for (int s = 0; s < paid[a].count; s++) {
        double *restrict to = ROW(paid[a].rows, s);
        const double *restrict add = ROW(worth, paid[a].column[s]);
        const double times = paid[a].weight[s];
        if (paid[a].before[s] == -1) for (int d = 0; d < B; d++) to[d] = times * add[d];
        else {
          const double *restrict before = ROW(paid[a].rows, paid[a].before[s]);
          for (int d = 0; d < B; d++) to[d] = before[d] + times * add[d];
        }
      }

    int end = 0;
    for (int node = 0; node < nodes; node++) {
      const int here = depth[node];
      path[here] = node;
      if (node_kind[node] != 0) continue;
      for (int a = 0; a < actors; a++) {
        double *restrict to = stack + (size_t)here * level + (size_t)(ordinal[node] * actors + a) * B;
        const int shared = paid[a].shared[end], own = paid[a].own_count;
        if (shared == -1) memset(to, 0, B * sizeof(double));
        else memcpy(to, ROW(paid[a].rows, shared), B * sizeof(double));
        for (int i = 0; i < own; i++) {
          const double *restrict add = ROW(worth, paid[a].own[(size_t)end * own + i]);
          const double times = paid[a].own_weight[i];
          for (int d = 0; d < B; d++) to[d] += times * add[d];
        }
      }
      end++;
      const int after = node + 1 < nodes ? depth[node + 1] : 0;
      for (int above = here - 1; above >= after; above--) {
        const int n = path[above], branch = first[n], count = first[n + 1] - branch;
        const double *restrict below = stack + (size_t)(above + 1) * level;
        double *restrict to = stack + (size_t)above * level + (size_t)ordinal[n] * actors * B;
        if (count == 1) {
          memcpy(to, below, (size_t)actors * B * sizeof(double));
          continue;
        }
        if (node_kind[n] == 1) {
          double sum[B] = {0};
          for (int b = 0; b < count; b++) {
            const double *restrict weight = ROW(base_rows, move[branch + b]);
            double *restrict odds = ROW(share, b);
            for (int d = 0; d < B; d++) {
              double tilt = 0;
              for (int l = leans_of[branch + b]; l < leans_of[branch + b + 1]; l++)
                tilt += per[l] * (clip(ROW(value, lean_class[l])[d], low[l], high[l]) - lean_ref[l]);
              odds[d] = tilt == 0 ? weight[d] : weight[d] * exp(tilt);
              sum[d] += odds[d];
            }
          }
          for (int b = 0; b < count; b++) for (int d = 0; d < B; d++) ROW(share, b)[d] /= sum[d];
        } else {
          const int s = decider[n], members = set_of[s + 1] - set_of[s];
          const int *who = set + set_of[s];
          for (int b = 0; b < count; b++) {
            double *restrict to_score = ROW(score, b);
            if (members == 1) memcpy(to_score, below + (size_t)(b * actors + who[0]) * B, B * sizeof(double));
            else for (int d = 0; d < B; d++) {
              double product = 1, least = INFINITY;
              for (int m = 0; m < members; m++) {
                double gain = below[(size_t)(b * actors + who[m]) * B + d] - below[(size_t)(apart[n] * actors + who[m]) * B + d];
                if (fabs(gain) <= equal_within[who[m]]) gain = 0;
                product *= gain;
                least = gain < least ? gain : least;
              }
              to_score[d] = members == 0 ? 0 : least < 0 ? least : product <= 0 ? 0 : members == 2 ? sqrt(product) : exp(log(product) / members);
            }
          }
          for (int d = 0; d < B; d++) {
            double best = score[d];
            for (int b = 1; b < count; b++) best = ROW(score, b)[d] > best ? ROW(score, b)[d] : best;
            const double enough = best - score_within[s];
            int most = 0, gainers[256];
            for (int b = 0; b < count; b++) {
              gainers[b] = 0;
              if (members < 2 || ROW(score, b)[d] < enough) continue;
              for (int m = 0; m < members; m++)
                gainers[b] += below[(size_t)(b * actors + who[m]) * B + d] - below[(size_t)(apart[n] * actors + who[m]) * B + d] > equal_within[who[m]];
              most = gainers[b] > most ? gainers[b] : most;
            }
            int equal = 0;
            for (int b = 0; b < count; b++) equal += ROW(score, b)[d] >= enough && gainers[b] == most;
            for (int b = 0; b < count; b++) ROW(share, b)[d] = ROW(score, b)[d] >= enough && gainers[b] == most ? 1.0 / equal : 0;
          }
        }
        for (int a = 0; a < actors; a++) {
          double *restrict mixed = ROW(to, a);
          for (int d = 0; d < B; d++) mixed[d] = 0;
          for (int b = 0; b < count; b++)
            for (int d = 0; d < B; d++) mixed[d] += ROW(share, b)[d] * below[(size_t)(b * actors + a) * B + d];
        }
      }
    }
    for (int a = 0; a < actors; a++) memcpy(out + (size_t)a * draws + at, ROW(stack, a), B * sizeof(double));
  }
  clock_gettime(CLOCK_MONOTONIC, &ended);

  FILE *values = fopen(argv[2], "wb");
  if (!values || fwrite(out, sizeof(double), (size_t)actors * (size_t)draws, values) != (size_t)actors * (size_t)draws) return 2;
  fclose(values);
  printf("%.6f\n", (double)(ended.tv_sec - began.tv_sec) + 1e-9 * (double)(ended.tv_nsec - began.tv_nsec));
  return 0;
}
