/* Changing an answer's file: keys of its front matter, notes in its text. */
#ifndef ISMSDOC_ANSWERSET_H
#define ISMSDOC_ANSWERSET_H

#include "buf.h"
#include "diag.h"
#include "frontset.h"

enum { ANSWERSET_NAMES = 3 };

/* What is to be changed in one answer. */
struct answerset {
	char			*path;		/* of its file */
	int			 line;		/* where the answer begins */
	struct place		 from;		/* what asks for it */
						/* how a list may call the */
						/* control; borrowed, or NULL */
	const char		*names[ANSWERSET_NAMES];
	struct frontset_key	 keys[FRONTSET_MAX];
	char			*heads[FRONTSET_MAX];	/* per key */
	size_t			 nkeys;
	char			*text;		/* what is done; or NULL */
	char			*text_head;
	char			*new_text;	/* in its place; or NULL */
	int			 text_from;	/* line of the file where */
						/* what is done begins, and */
	int			 text_to;	/* where what follows does; */
						/* 0: there is none */
	char			**notes;	/* Markdown, a line each */
	size_t			 nnotes;
};

/*
 * Say that KEY is to be VALUE; that TEXT is what is done, where nothing is
 * there yet, or in place of what is there; that TEXT is worth a note.  HEAD is
 * what the texts are called where they become a note: a text where there is
 * one already, a status where parts have theirs.
 */
void	 answerset_key(struct answerset *set, const char *key,
	    const char *head, const char *value);
void	 answerset_text(struct answerset *set, const char *head,
	    const char *text);
void	 answerset_replace(struct answerset *set, const char *text);
void	 answerset_note(struct answerset *set, const char *head,
	    const char *text);

/*
 * Make the changes in FILE, the whole text of the file, empty where it is
 * new.  What it says already is left alone.  0; or -1 with a message, where
 * the front matter is not a key a line.  For an answer to several controls
 * see answersplit.h.
 */
int	 answerset_apply(struct answerset *set, struct buf *file,
	    struct diag *d);

/* The same in ANSWER, the text of the one answer. */
int	 answerset_change(struct answerset *set, struct buf *answer,
	    struct diag *d);

/* Where the answer of SET begins in FILE, and where what follows it does. */
void	 answerset_block(const struct answerset *set, const struct buf *file,
	    size_t *from, size_t *to);

/* Does TEXT end with a blank line? */
int	 answerset_ends_blank(const struct buf *text);

void	 answerset_release(struct answerset *set);

#endif
