/* The pass before cmark: limits, lines, {{...}}, and places in the file. */
#ifndef ISMSDOC_MDPRE_H
#define ISMSDOC_MDPRE_H

#include <stddef.h>

#include "buf.h"
#include "diag.h"
#include "markdown.h"

/*
 * What cmark gets to read differs from the file: line ends are LF, the last
 * line has one, runs of blank lines are one line, and each {{...}} is a mark:
 * a few characters of the private use area, which the file may not contain.
 * Marks are letters to cmark, so that nothing inside of them is Markdown and
 * "**{{x}}**" is strong.  They come out of cmark wherever text does, and
 * are then made into holes or put back (mdpre_restore).
 *
 * Offsets are bytes of the prepared text; mdpre_place leads from there to
 * the file's own line and column.
 */

enum mdpre_limit {
	MDPRE_TEXT_MAX = 1 << 20,	/* bytes of a text */
	MDPRE_LINE_MAX = 16 << 10,	/* bytes of a line */
	MDPRE_BLANKS_MAX = 128,		/* columns of blanks before its text */
	MDPRE_BOXES_MAX = 32,		/* > - * + 1. at its start */
	MDPRE_BRACKETS_MAX = 10000,	/* [ in a text */
	MDPRE_RUN_MAX = 64		/* blank lines in a row in code */
};

/* A mark is an opening, digits and MDMARK_END. */
enum mdmark {
	MDMARK_HOLE = 0xE000,	/* index of a hole */
	MDMARK_END = 0xE001,
	MDMARK_CELL = 0xE002,	/* alone: what follows is a table's cell */
	MDMARK_TABLE = 0xE003,	/* index of a table */
	MDMARK_DIGIT = 0xE400,	/* 1024 digits from here */
	MDMARK_FIRST = 0xE000,	/* what the file may not contain */
	MDMARK_LAST = 0xF8FF
};

enum mdhole_kind {
	MDHOLE_DIRECTIVE,	/* {{...}} */
	MDHOLE_COMMENT,		/* {{! ... }} */
	MDHOLE_OPEN,		/* {{ without }} on its line */
	MDHOLE_EMPTY,		/* {{}} */
	MDHOLE_PRIVATE		/* &#xE000; would forge a mark */
};

struct mdhole {
	enum mdhole_kind kind;
	const char	*src;	/* as written; borrowed from the text */
	size_t		 len;
	int		 line;	/* place in the file */
	int		 col;
};

struct mdline {
	size_t		 at;	/* offset of its first byte */
	int		 line;	/* line of the file */
};

struct mdpre {
	const struct markdown_text *md;
	struct buf	 text;
	struct mdline	*lines;
	size_t		 nlines;
	struct mdhole	*holes;
	size_t		 nholes;
	size_t		 seen_at;	/* the last place that was asked */
	size_t		 seen_line;	/* for: its offset, index of its */
	int		 seen_col;	/* line, column */
};

/*
 * Prepare MD, which must outlive PRE.  Returns 0, or -1 with a message where
 * a limit is passed or the text is not UTF-8: then there is nothing to read.
 * Characters that cannot stand are replaced, with one message, and the text
 * can be read all the same.
 */
int	 mdpre_read(struct mdpre *pre, const struct markdown_text *md,
	    struct diag *d);
void	 mdpre_release(struct mdpre *pre);

/* Half-open range of the line with INDEX, without its line feed. */
size_t	 mdpre_line_end(const struct mdpre *pre, size_t index);

/* Where the byte at offset AT stands in the file. */
struct place	 mdpre_place(struct mdpre *pre, size_t at);
struct place	 mdpre_hole_place(const struct mdpre *pre, size_t hole);

/* Append the mark of INDEX that begins with OPEN. */
void	 mdpre_put_mark(struct buf *out, enum mdmark open, size_t index);

/* Length of the mark at S that begins with OPEN, or 0; sets *INDEX. */
size_t	 mdpre_mark(const char *s, size_t len, enum mdmark open,
	    size_t *index);

/* Append S with its marks replaced by what was written. */
void	 mdpre_restore(const struct mdpre *pre, const char *s, size_t len,
	    struct buf *out);

/* Does S hold the mark of a directive? */
int	 mdpre_has_directive(const struct mdpre *pre, const char *s);

#endif
