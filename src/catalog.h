/* OSCAL catalogues: from a file to the dossier's i:catalog. */
#ifndef ISMSDOC_CATALOG_H
#define ISMSDOC_CATALOG_H

#include <libxml/tree.h>

#include "diag.h"
#include "path.h"
#include "yml.h"

/* One entry of `catalogs:` in isms.yaml. */
struct catalog_entry {
	char		*name;	/* shipped name, or the file's stem */
	char		*path;	/* source path of the file */
	const char	*use;	/* asked for, or NULL: the catalogue's own */
	const char	*language; /* wanted for titles; NULL: any */
	const struct yml *scale; /* in place of the catalogue's own: value */
				/* -> { state, word }; NULL: none */
	struct place	 at;	/* where isms.yaml names it */
	int		 shipped;
};

/*
 * Read the catalogue of ENTRY and append an <i:catalog> to PARENT (format:
 * stylesheets/dossier.xsd).  All of it: metadata props, groups, controls
 * however nested, parts as DocBook blocks, parameters rendered in the text.
 * Beyond what OSCAL says itself:
 *
 * - A part's props ("label", "method") stand before its blocks as i:prop; a
 *   part without a word and without a title is left out.
 * - Links rel="related" of a control's parts stand among the control's own.
 * - Where a control or group has a prop "title" of ours whose class is the
 *   language that is wanted ("de", also for "de-AT"), that is its title, and
 *   the file's own title takes that prop's place, with the class "original".
 * - A prop of the metadata carries its remarks as an attribute.
 * - A link to a resource in the back matter carries the resource's title as
 *   text, and its address as href where it has one.
 * - i:link/@href is "#id", http, https or mailto; anything else that the
 *   file had there is the link's text.
 *
 * A shipped catalogue is held to all our demands (label, sort-id, unique part
 * ids, links and inserts that point somewhere); of another one unique
 * control ids are demanded, and what its schema does not allow is a warning.
 * Returns 0, or -1 with messages; then nothing was appended.
 */
int	 catalog_load(const struct roots *roots,
	    const struct catalog_entry *entry, xmlNodePtr parent,
	    struct diag *d);

/*
 * The value of the first prop of ours called NAME that NODE, an i:catalog or
 * i:control, has; borrowed, or NULL.
 */
const char	*catalog_prop(const xmlNode *node, const char *name);

/*
 * A look-up over all catalogues of the dossier, in their order.  Make it when
 * all are in the tree, the organisation's own controls (catalogue "own") too.
 */
struct catalog_index;

/*
 * An index of the i:catalog children of CATALOGS, whose nodes it borrows.  It
 * also sets, on every i:control,
 *
 *   ref     catalogue's name, ":", id
 *   anchor  "control-" and the id; where an earlier control has that,
 *           "control-", the catalogue's name, "-", the id.  Unique whatever
 *           the case; ASCII letters, digits, ".", "_" and "-" only, others
 *           of the id become "_".
 *   file    name of its answer file without ".md", unique in its catalogue
 *           whatever the case: the label where it is a safe name, else the
 *           id, else the anchor without "control-"
 *
 * and ref in place of href on each i:link to a control of the same catalogue.
 */
struct catalog_index	*catalog_index_new(xmlNodePtr catalogs);

/* The index's memory only; accepts NULL. */
void	 catalog_index_free(struct catalog_index *index);

/*
 * The i:control that WORD means: a label ("A.5.15"), an OSCAL id ("a.5.15"),
 * or "catalog:" and either.  The first catalogue that has it wins, HOME (a
 * catalogue's name, or NULL) before all others.  In a catalogue, a label is
 * tried before an id, letters in their case first, then ignoring case; the
 * name of the answer file last.  Withdrawn controls are found too.  NULL
 * where there is none.
 */
xmlNodePtr	 catalog_find(const struct catalog_index *index,
		    const char *word, const char *home);

/*
 * Has a control of any catalogue a prop of ours whose name is one of NAMES,
 * which blanks separate?
 */
int	 catalog_has_prop(const struct catalog_index *index,
	    const char *names);

/* The nearest label to WORD, for a suggestion; borrowed, or NULL. */
const char	*catalog_nearest(const struct catalog_index *index,
		    const char *word);

#endif
