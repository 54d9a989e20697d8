/* Layouts: a table of text in aligned columns, for a terminal or a pipe. */
#include "layout.h"

#include <sys/ioctl.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"

enum {
	GAP = 2,	/* blanks between columns */
	NARROWEST = 10	/* no column is made narrower: a date */
};

/* Characters that take no column, or two; in the order of code points. */
static const struct {
	unsigned long	 first;
	unsigned long	 last;
	int		 columns;
} widths[] = {
	{ 0x300, 0x36F, 0 }, { 0x483, 0x489, 0 }, { 0x591, 0x5BD, 0 },
	{ 0x610, 0x61A, 0 }, { 0x64B, 0x65F, 0 }, { 0x1100, 0x115F, 2 },
	{ 0x200B, 0x200F, 0 }, { 0x2060, 0x2064, 0 }, { 0x20D0, 0x20FF, 0 },
	{ 0x2E80, 0x303E, 2 }, { 0x3041, 0xA4CF, 2 }, { 0xAC00, 0xD7A3, 2 },
	{ 0xF900, 0xFAFF, 2 }, { 0xFE00, 0xFE0F, 0 }, { 0xFE20, 0xFE2F, 0 },
	{ 0xFE30, 0xFE6F, 2 }, { 0xFEFF, 0xFEFF, 0 }, { 0xFF00, 0xFF60, 2 },
	{ 0xFFE0, 0xFFE6, 2 }, { 0x1F300, 0x1F64F, 2 },
	{ 0x1F900, 0x1F9FF, 2 }, { 0x20000, 0x3FFFD, 2 }
};

/* The length in bytes of the character at S, and its columns. */
static size_t
character(const char *s, int *columns)
{
	unsigned long cp;
	size_t i, len;

	*columns = 1;
	len = utf8_len(s, strnlen(s, 4), &cp);
	if (len == 0)
		return 1;
	for (i = 0; i < sizeof(widths) / sizeof(*widths); i++)
		if (cp >= widths[i].first && cp <= widths[i].last)
			*columns = widths[i].columns;
	return len;
}

int
layout_columns(const char *text)
{
	int n, columns = 0;

	while (*text != '\0') {
		text += character(text, &n);
		columns += n;
	}
	return columns;
}

/*
 * Make the widest columns narrower until all fit.  0, or -1 where they cannot.
 */
static int
shrink(int *widest, size_t n, int width)
{
	int total = 0;
	size_t i, most;

	for (i = 0; i < n; i++)
		total += widest[i] + (i == 0 ? 0 : GAP);
	for (; total > width; total--) {
		most = 0;
		for (i = 1; i < n; i++)
			if (widest[i] > widest[most])
				most = i;
		if (widest[most] <= NARROWEST)
			return -1;
		widest[most]--;
	}
	return 0;
}

/*
 * How many bytes of S fit into WIDTH columns: up to the last blank if there
 * is one, else as many characters as fit, but one at least.
 */
static size_t
fitting(const char *s, int width)
{
	size_t i = 0, len, blank = 0;
	int n, columns = 0;

	while (s[i] != '\0') {
		len = character(s + i, &n);
		if (s[i] == ' ')
			blank = i;
		if (columns + n > width && i > 0)
			return blank > 0 ? blank : i;
		columns += n;
		i += len;
	}
	return i;
}

static void
put_blanks(int n, FILE *out)
{
	while (n-- > 0)
		putc(' ', out);
}

/*
 * Print a line of the row: what fits of each cell at REST, which is moved on.
 * Is there more?
 */
static int
print_line(const char **rest, const int *widest, size_t n, FILE *out)
{
	size_t i, len;
	char *part;
	int owed = 0, more = 0;

	for (i = 0; i < n; i++) {
		len = fitting(rest[i], widest[i]);
		part = mem_strndup(rest[i], len);
		if (len > 0) {
			put_blanks(owed, out);
			owed = 0;
			fputs(part, out);
		}
		owed += widest[i] - layout_columns(part) + GAP;
		free(part);
		rest[i] += len;
		while (*rest[i] == ' ')
			rest[i]++;
		more = more || *rest[i] != '\0';
	}
	putc('\n', out);
	return more;
}

/* A cell in one line, without blanks around it. */
static char *
one_line(const char *text)
{
	char *line, *s;
	size_t len;

	text += strspn(text, " \t\r\n");
	line = mem_strdup(text);
	for (s = line; *s != '\0'; s++)
		if ((unsigned char)*s < 0x20 || *s == 0x7F)
			*s = ' ';
	len = strlen(line);
	while (len > 0 && line[len - 1] == ' ')
		line[--len] = '\0';
	return line;
}

/* Row after row, the N LINES of each in columns as WIDEST has them. */
static void
print_columns(char **lines, size_t nlines, const int *widest, size_t n,
    FILE *out)
{
	const char **rest;
	size_t i;

	rest = mem_zalloc(n * sizeof(*rest));
	for (i = 0; i < nlines; i++) {
		rest[i % n] = lines[i];
		if (i % n < n - 1)
			continue;
		while (print_line(rest, widest, n, out))
			;
	}
	free(rest);
}

/*
 * Each row by itself, a line for each cell that is not empty, with the head
 * of its column: for a table that is too wide.
 */
static void
print_blocks(char **lines, size_t nlines, size_t n, int width, FILE *out)
{
	int widest[2] = { 0, 0 }, w;
	char *pair[2];
	size_t i;

	for (i = 0; i < n; i++) {
		w = layout_columns(lines[i]);
		if (w > widest[0])
			widest[0] = w;
	}
	widest[1] = width - widest[0] - GAP;
	if (widest[1] < NARROWEST)
		widest[1] = NARROWEST;
	for (i = n; i < nlines; i++) {
		if (i % n == 0 && i > n)
			putc('\n', out);
		pair[0] = lines[i % n];
		pair[1] = lines[i];
		if (lines[i][0] != '\0')
			print_columns(pair, 2, widest, 2, out);
	}
}

void
layout_print(const struct layout *grid, int width, FILE *out)
{
	size_t i, n = grid->ncolumns;
	char **lines;
	int *widest, w;

	widest = mem_zalloc(n * sizeof(*widest));
	lines = mem_zalloc((grid->cells.n + 1) * sizeof(*lines));
	for (i = 0; i < grid->cells.n; i++) {
		lines[i] = one_line(grid->cells.v[i]);
		w = layout_columns(lines[i]);
		if (w > widest[i % n])
			widest[i % n] = w;
	}
	if (width > 0 && shrink(widest, n, width) == -1)
		print_blocks(lines, grid->cells.n, n, width, out);
	else
		print_columns(lines, grid->cells.n, widest, n, out);
	for (i = 0; i < grid->cells.n; i++)
		free(lines[i]);
	free(lines);
	free(widest);
}

int
layout_terminal(FILE *out)
{
	struct winsize size;

	if (!isatty(fileno(out)))
		return 0;
	if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

void
layout_release(struct layout *grid)
{
	strs_release(&grid->cells);
	memset(grid, 0, sizeof(*grid));
}
