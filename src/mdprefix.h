/* What stands before the text of a Markdown line: blanks, >, bullets. */
#ifndef ISMSDOC_MDPREFIX_H
#define ISMSDOC_MDPREFIX_H

#include <stddef.h>

/*
 * Read off one line, without knowing the lines before it: an upper bound of
 * what cmark can see there.
 */
struct mdprefix {
	size_t	 len;		/* bytes before the text */
	int	 blanks;	/* columns of blanks among them */
	int	 widest;	/* columns of the widest run of blanks */
	int	 boxes;		/* > - * + 1. among them */
	int	 quotes;	/* > among them */
	int	 empty;		/* nothing but blanks and > on the line */
	int	 fence;		/* the text could open or close a code block */
};

void	 mdprefix_read(struct mdprefix *prefix, const char *s, size_t len);

/* Is S, without blanks before it, a thematic break to its end? */
int	 mdprefix_is_break(const char *s, size_t len);

/*
 * Length of the list marker at S, 0 where there is none; without the blanks
 * that follow it.
 */
size_t	 mdprefix_marker(const char *s, size_t len);

#endif
