/* OSCAL: ids, parameters, and prose as DocBook blocks. */
#ifndef ISMSDOC_OSCAL_H
#define ISMSDOC_OSCAL_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "mem.h"
#include "path.h"

/*
 * One OSCAL document while it is read.  What is wrong with it becomes a
 * message; where that is an error, bad is set and reading goes on, so that
 * all is reported together.  Nodes of the source are borrowed.
 *
 * oscal_file.c opens a file; oscal.c has ids and props, oscal_param.c
 * parameters, oscal_line.c and oscal_prose.c prose, oscal_schema.c validation.
 */
struct oscal {
	const char	*path;		/* source path, for places */
	int		 shipped;	/* held to all our demands */
	const char	*language;	/* of titles; NULL: the file's own */
	struct diag	*d;
	int		 bad;		/* an error was reported */
	int		 deep;		/* too deep: said once */
	int		 large;		/* parameters too large: said once */
	size_t		 rendered;	/* bytes that parameters have given */
	xmlHashTablePtr	 ids;		/* (id, kind) -> first such node */
	xmlHashTablePtr	 params;	/* id -> struct oscal_param */
	xmlHashTablePtr	 said;		/* parameters complained about */
	struct strs	 sources;	/* names of the catalogues that a */
					/* profile's controls come from */
};

enum {
	OSCAL_DEPTH_MAX = 64,		/* of groups, controls, parts and */
					/* prose, each on its own */
	OSCAL_PARAM_DEPTH_MAX = 16,	/* parameters inside parameters */
	OSCAL_RENDERED_MAX = 16 << 20	/* bytes by parameters in one file */
};

/*
 * The document in the file at the source path PATH, whose root is a catalogue
 * or a profile; the caller frees it.  Its names go into DICT, unless that is
 * NULL.  TEXT gets the file's bytes.  NULL with messages; WHERE as in
 * path_read.
 */
xmlDocPtr	 oscal_open(const struct roots *roots, const char *path,
		    xmlDictPtr dict, const struct place *where,
		    struct buf *text, struct diag *d);

/*
 * Collect the ids of DOC, a catalogue, and complain of those that stand
 * twice and of controls without one.  PATH and D are borrowed.
 */
void	 oscal_init(struct oscal *oscal, xmlDocPtr doc, const char *path,
	    int shipped, struct diag *d);
void	 oscal_release(struct oscal *oscal);

/*
 * The first element KIND ("control", "group", "part", "param", "resource";
 * NULL: any of them) whose id, a resource's uuid, is ID; or NULL.
 */
const xmlNode	*oscal_find(const struct oscal *oscal, const char *id,
		    const char *kind);

/* Is NODE OSCAL's element NAME; with NULL, any of OSCAL's? NODE may be NULL. */
int	 oscal_is(const xmlNode *node, const char *name);

/* The first child of PARENT, or the next sibling of NODE, that is one. */
const xmlNode	*oscal_first(const xmlNode *parent, const char *name);
const xmlNode	*oscal_next(const xmlNode *node, const char *name);

/*
 * A catalogue that was put together from several files has this at
 * node->_private of a node that does not come from the same file as its
 * parent; and at that of more nodes, maybe.
 */
struct origin {
	struct origin	*next;		/* for whoever frees them */
	const char	*path;		/* source path */
	int		 group;		/* which group of its file, from 1; */
					/* 0: not a group */
};

/* The source path of the file that NODE comes from, where that is noted. */
const char	*oscal_origin(const xmlNode *node);

/*
 * The name of the catalogue that NODE comes from, where that is noted: the
 * stem of its file, "_" for what no name of a catalogue has.  New memory, or
 * NULL.
 */
char	*oscal_source(const xmlNode *node);

/* Where NODE stands. */
struct place	 oscal_place(const struct oscal *oscal, const xmlNode *node);

/* A message of CODE at NODE; an error also sets bad. */
void	 oscal_say(struct oscal *oscal, enum diag_code code,
	    const xmlNode *node, const char *fmt, ...)
	    __attribute__((format(printf, 4, 5)));

/* DIAG_XML_LIMIT at NODE, once per document. */
void	 oscal_too_deep(struct oscal *oscal, const xmlNode *node);

/* S for a message: cut where it is long. Use oscal_shown(s).text. */
struct oscal_shown {
	char	text[96];
};
struct oscal_shown	 oscal_shown(const char *s);

/*
 * The value of NODE's prop NAME in OSCAL's own namespace, trimmed; of
 * several the first without a class, else the first.  New memory, or NULL
 * where there is none or it is empty.
 */
char	*oscal_prop(const xmlNode *node, const char *name);

/* Is NS, an attribute's value or NULL, OSCAL's own namespace of props? */
int	 oscal_own_ns(const char *ns);

/* Is HREF an address that may become a link: http, https or mailto? */
int	 oscal_is_address(const char *href);

/* In a shipped catalogue, complain where HREF of NODE, "#id", has no target. */
void	 oscal_check_target(struct oscal *oscal, const xmlNode *node,
	    const char *href);

/*
 * Prose: the children of FROM as DocBook blocks at the end of TO.  Text that
 * stands free and elements that OSCAL does not know keep their words; a
 * part's title, props, links and parts are passed over.
 */
void	 oscal_prose(struct oscal *oscal, const xmlNode *from, xmlNodePtr to);

/*
 * The line of prose in FROM (a title, a link's text) as plain text, with
 * parameters rendered; new memory.  SCRATCH is any node of the dossier.
 */
char	*oscal_line(struct oscal *oscal, const xmlNode *from,
	    xmlNodePtr scratch);

/* A parameter as prose shows it. */
struct oscal_param {
	char		*text;		/* its values, those of its parts, */
					/* "[label]" or "[id]" */
	const xmlNode	*select;	/* its choices, which come first; */
					/* NULL: none, or it has a value */
	int		 has_value;	/* text is its own values */
	int		 done;		/* text and select are found out */
	int		 open;		/* its choices are being rendered */
};

/* The parameter ID, borrowed until oscal_release; NULL where unknown. */
struct oscal_param	*oscal_param(struct oscal *oscal, const char *id);

/*
 * Count LEN bytes that a parameter gives; 0 where there have been too many,
 * which is said at NODE once.
 */
int	 oscal_count(struct oscal *oscal, const xmlNode *node, size_t len);

/*
 * Validate DOC against the shipped catalog/oscal.xsd: a warning each, ten at
 * most and then their number.  Attributes that name other schemas are taken
 * off DOC first.  Returns 0, or -1 where the schema itself cannot be used.
 */
int	 oscal_validate(const struct roots *roots, xmlDocPtr doc,
	    const char *path, struct diag *d);

#endif
