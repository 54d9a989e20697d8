/* A text as numbered words in numbered blocks, for comparing. */
#ifndef ISMSDOC_COMPARETEXT_H
#define ISMSDOC_COMPARETEXT_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include <stddef.h>

/*
 * A block is a run of text and inline elements that stand side by side in
 * one element, with at least one word.  A word is what stands between blanks
 * in one text node, or an i:insert.
 */
struct word {
	char		*text;
	xmlNodePtr	 node;	/* its text node, or the i:insert */
	size_t		 off;	/* in the text node */
	size_t		 len;
};

struct block {
	xmlNodePtr	 parent;	/* the element that the run stands in */
	size_t		 first;		/* its words */
	size_t		 n;
};

struct words {
	struct word	*items;
	size_t		*numbers;	/* equal words have equal numbers */
	size_t		 n;
	struct block	*blocks;
	size_t		*block_numbers;	/* as for words */
	size_t		 nblocks;
};

/*
 * Read what stands below ROOT.  NUMBERS gives out the numbers: one table for
 * all texts that are to be compared.
 */
void	 words_read(struct words *words, const xmlNode *root,
	    xmlHashTablePtr numbers);
void	 words_release(struct words *words);

/* Do two blocks share so many words that one may have become the other? */
int	 words_resemble(const struct words *a, const struct block *x,
	    const struct words *b, const struct block *y);

#endif
