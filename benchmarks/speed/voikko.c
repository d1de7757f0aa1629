/* libvoikko on words one a line: its first analysis, or its speed.
 *   cc -O2 -o voikko voikko.c -lvoikko          (Debian: libvoikko-dev, voikko-fi, gcc)
 *   ./voikko < words          BASEFORM <TAB> STRUCTURE a line, empty where the word is unknown
 *   ./voikko --time < words   CPU microseconds for all words, reading and printing left out */
#include <libvoikko/voikko.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static size_t letters = 0;

static void analyze(struct VoikkoHandle *handle, const char *word, int print) {
  struct voikko_mor_analysis **all = voikkoAnalyzeWordCstr(handle, word);
  if (all && all[0]) {
    char *base = voikko_mor_analysis_value_cstr(all[0], "BASEFORM");
    char *structure = voikko_mor_analysis_value_cstr(all[0], "STRUCTURE");
    if (print) printf("%s\t%s", base ? base : "", structure ? structure : "");
    letters += base ? strlen(base) : 0;
    if (base) voikko_free_mor_analysis_value_cstr(base);
    if (structure) voikko_free_mor_analysis_value_cstr(structure);
  }
  if (all) voikko_free_mor_analysis(all);
  if (print) putchar('\n');
}

int main(int count, char **arguments) {
  const char *error = NULL;
  struct VoikkoHandle *handle = voikkoInit(&error, "fi", NULL);
  if (!handle) {
    fprintf(stderr, "voikko: %s\n", error ? error : "no dictionary");
    return 1;
  }
  int timed = count > 1 && strcmp(arguments[1], "--time") == 0;
  char **words = NULL;
  size_t used = 0, room = 0;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  while ((length = getline(&line, &size, stdin)) >= 0) {
    line[strcspn(line, "\r\n")] = 0;
    if (used == room) {
      room = room ? 2 * room : 1024;
      words = realloc(words, room * sizeof *words);
      if (!words) return 1;
    }
    words[used++] = strdup(line);
  }
  clock_t start = clock();
  for (size_t i = 0; i < used; i++) analyze(handle, words[i], !timed);
  double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  if (timed) printf("%.0f\t%zu\n", 1e6 * seconds, letters);
  voikkoTerminate(handle);
  return 0;
}
