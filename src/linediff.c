/* Two texts compared by lines, shown as diff -u shows them. */
#include "linediff.h"

#include <stdlib.h>
#include <string.h>

#include "diff.h"
#include "mem.h"

enum {
	AROUND = 3,		/* lines shown around a change */
	CHANGES_MAX = 1000	/* beyond, the middle is replaced as one */
};

struct line {
	const char	*text;
	size_t		 len;	/* with its line feed */
	size_t		 number;	/* the same for equal lines */
};

/* One line of the comparison: ' ', '-' or '+'. */
struct step {
	char			 kind;
	const struct line	*line;
	size_t			 a;	/* lines of each side before it */
	size_t			 b;
};

static size_t
split(const char *text, size_t len, struct line *lines)
{
	const char *lf, *end = text + len;
	size_t n;

	for (n = 0; text < end; text += lines[n++].len) {
		lf = memchr(text, '\n', (size_t)(end - text));
		lines[n].text = text;
		lines[n].len = (size_t)((lf == NULL ? end : lf + 1) - text);
	}
	return n;
}

static size_t
count(const char *text, size_t len)
{
	size_t i, n = 1;

	for (i = 0; i < len; i++)
		n += text[i] == '\n';
	return n;
}

static int
compare(const void *a, const void *b)
{
	const struct line *one = *(struct line *const *)a;
	const struct line *other = *(struct line *const *)b;
	size_t len;
	int order;

	len = one->len < other->len ? one->len : other->len;
	order = memcmp(one->text, other->text, len);
	if (order != 0)
		return order;
	return (one->len > other->len) - (one->len < other->len);
}

/* Number the N LINES so that equal ones have the same. */
static void
number(struct line *lines, size_t n)
{
	struct line **order;
	size_t i;

	order = mem_zalloc(n * sizeof(*order));
	for (i = 0; i < n; i++)
		order[i] = &lines[i];
	qsort(order, n, sizeof(*order), compare);
	for (i = 1; i < n; i++)
		order[i]->number = order[i - 1]->number +
		    (compare(&order[i - 1], &order[i]) != 0);
	free(order);
}

/* The NA lines of A and the NB that follow them as steps; their number. */
static size_t
align(const struct line *a, size_t na, size_t nb, struct step *steps)
{
	const struct line *b = a + na;
	size_t *numbers, i, j, n;
	char *gone;

	numbers = mem_zalloc((na + nb) * sizeof(*numbers));
	gone = mem_zalloc(na + nb);
	for (i = 0; i < na + nb; i++)
		numbers[i] = a[i].number;
	diff_run(numbers, na, numbers + na, nb, CHANGES_MAX, gone, gone + na);
	for (i = j = n = 0; i < na || j < nb; n++) {
		steps[n].a = i;
		steps[n].b = j;
		steps[n].kind = i < na && gone[i] ? '-' : j < nb &&
		    gone[na + j] ? '+' : ' ';
		steps[n].line = steps[n].kind == '+' ? &b[j] : &a[i];
		i += steps[n].kind != '+';
		j += steps[n].kind != '-';
	}
	free(numbers);
	free(gone);
	return n;
}

/* "12,7": where N lines stand after those BEFORE them. */
static void
put_range(struct buf *out, char sign, size_t before, size_t n)
{
	buf_printf(out, " %c%zu", sign, n == 0 ? before : before + 1);
	if (n != 1)
		buf_printf(out, ",%zu", n);
}

static void
put_hunk(const struct step *steps, size_t n, struct buf *out)
{
	const struct line *line;
	size_t i, na = 0, nb = 0;

	for (i = 0; i < n; i++) {
		na += steps[i].kind != '+';
		nb += steps[i].kind != '-';
	}
	buf_puts(out, "@@");
	put_range(out, '-', steps[0].a, na);
	put_range(out, '+', steps[0].b, nb);
	buf_puts(out, " @@\n");
	for (i = 0; i < n; i++) {
		line = steps[i].line;
		buf_putc(out, steps[i].kind);
		buf_add(out, line->text, line->len);
		if (line->text[line->len - 1] != '\n')
			buf_puts(out, "\n\\ No newline at end of file\n");
	}
}

/* A hunk ends where more than twice AROUND lines are the same. */
static void
put_hunks(const struct step *steps, size_t n, struct buf *out)
{
	size_t begin, end, i;

	for (i = 0; i < n; i++) {
		if (steps[i].kind == ' ')
			continue;
		begin = i < AROUND ? 0 : i - AROUND;
		end = i + 1;
		for (; i < n && i <= end + 2 * AROUND; i++)
			if (steps[i].kind != ' ')
				end = i + 1;
		i = end;
		end = end + AROUND < n ? end + AROUND : n;
		put_hunk(steps + begin, end - begin, out);
	}
}

int
linediff(const char *a, size_t na, const char *b, size_t nb, struct buf *out)
{
	struct line *lines;
	struct step *steps;
	size_t nlines, n;

	if (na == nb && memcmp(a, b, na) == 0)
		return 0;
	n = count(a, na) + count(b, nb);
	lines = mem_zalloc(n * sizeof(*lines));
	steps = mem_zalloc(n * sizeof(*steps));
	nlines = split(a, na, lines);
	n = nlines + split(b, nb, lines + nlines);
	number(lines, n);
	n = align(lines, nlines, n - nlines, steps);
	put_hunks(steps, n, out);
	free(lines);
	free(steps);
	return 1;
}
