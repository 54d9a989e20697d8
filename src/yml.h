/* YAML by libyaml: a small tree with places, checked against tables. */
#ifndef ISMSDOC_YML_H
#define ISMSDOC_YML_H

#include <stddef.h>

#include "diag.h"
#include "mem.h"
#include "path.h"

/*
 * Scalars stay what was written: YAML's own types are not applied.  Anchors,
 * aliases, tags and several documents are refused; depth is limited to 32.
 * Trees own their strings.
 */

enum yml_kind {
	YML_SCALAR,
	YML_MAP,
	YML_SEQ
};

struct yml {
	enum yml_kind	 kind;
	char		*text;		/* scalar: its text; else NULL */
	int		 quoted;	/* scalar in quotes or a block */
	struct place	 at;		/* of the value; path is borrowed */
	char		*key;		/* in a mapping, else NULL */
	struct place	 key_at;
	struct yml	*first;		/* children in their order */
	struct yml	*next;		/* next sibling */
};

/*
 * Parse LEN bytes of TEXT that begin after LINE0 lines of PATH, which must
 * outlive the tree.  An empty text gives an empty mapping.  The root must be
 * a mapping.
 * NULL with one message where it cannot be read.
 */
struct yml	*yml_parse(const char *path, const char *text, size_t len,
		    int line0, struct diag *d);

/* The same of the file at the source path PATH, which must outlive it too. */
struct yml	*yml_load(const struct roots *roots, const char *path,
		    struct diag *d);
void		 yml_free(struct yml *node);

/* The value of KEY in the mapping NODE, or NULL (also where NODE is). */
const struct yml	*yml_get(const struct yml *node, const char *key);

/* The value at a dotted path ("backup.critical-hours"), or NULL. */
const struct yml	*yml_path(const struct yml *node, const char *dotted);

/* The text of the scalar at KEY, or NULL. */
const char	*yml_text(const struct yml *node, const char *key);

/*
 * Is NODE, the value of the key NAME, one of the words "a|b|c"?  0; or -1
 * with a message that suggests one.
 */
int		 yml_check_word(const struct yml *node, const char *name,
		    const char *values, struct diag *d);

/* Is S numbers joined by dots? */
int		 yml_is_version(const char *s);

/*
 * The text of a scalar, or the texts of a list with ", " between them; new
 * memory, NULL for a mapping.
 */
char		*yml_joined(const struct yml *node);

/* The texts of a list, or of a scalar as a list of one. */
void		 yml_texts(const struct yml *node, struct strs *list);

enum yml_type {
	YML_ANY,		/* not looked into */
	YML_TEXT,		/* a scalar that is not empty */
	YML_TOKEN,		/* letters, digits, . _ - */
	YML_WORD,		/* one of .values, separated by "|" */
	YML_BOOL,		/* true or false */
	YML_DATE,		/* YYYY-MM-DD */
	YML_COUNT,		/* whole number, 0 to 9999 */
	YML_VERSION,		/* numbers joined by dots */
	YML_TEXTS,		/* a list of texts, or one text */
	YML_KEYS,		/* a mapping with the keys of .sub */
	YML_MAP_OF,		/* free keys, each value checked by .sub[0] */
	YML_SEQ_OF		/* a list, each item checked by .sub[0] */
};

enum {
	YML_REQUIRED = 1 << 0,	/* the key must be there */
	YML_OR_TEXT = 1 << 1,	/* KEYS, SEQ_OF: a text will also do */
	YML_OR_KEYS = 1 << 2	/* TEXTS: a mapping will also do, each value */
				/* checked by .sub[0]; NULL: unchecked */
};

struct yml_key {
	const char		*name;		/* NULL ends a table */
	enum yml_type		 type;
	unsigned		 flags;
	const char		*values;	/* YML_WORD */
	const struct yml_key	*sub;
};

/*
 * Check the mapping NODE against KEYS: unknown keys (with the nearest name),
 * missing ones, wrong kinds and values.  Every fault is reported; returns 0
 * or -1.
 */
int	 yml_check(const struct yml *node, const struct yml_key *keys,
	    struct diag *d);

/*
 * Where a text begins with a line "---", find the front matter that ends at
 * the next line "---" or "...".  Sets the half-open byte range of the YAML,
 * the offset of the body and the number of lines before the body.
 */
struct front {
	size_t	 begin;		/* of the YAML */
	size_t	 end;
	size_t	 body;		/* offset of the text after it */
	int	 body_line0;	/* lines before the body */
};

/*
 * 1 with *FRONT filled; 0 where the text has no front matter (body is 0); -1
 * with a message where it is not closed.
 */
int	 yml_front(const char *path, const char *text, size_t len,
	    struct front *front, struct diag *d);

/* The same for a text that begins after LINE0 lines of PATH. */
int	 yml_front_at(const char *path, const char *text, size_t len,
	    int line0, struct front *front, struct diag *d);

/*
 * Where in the body TEXT, from the offset FROM at the beginning of a line
 * on, the next front matter begins: a line "---", and on the line after it
 * KEY and a colon.  LEN where there is none.
 */
size_t	 yml_front_next(const char *text, size_t len, size_t from,
	    const char *key);

#endif
