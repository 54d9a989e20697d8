/* OSCAL catalogues: from a file to the dossier's i:catalog. */
#ifndef ISMSDOC_CATALOG_H
#define ISMSDOC_CATALOG_H

#include <libxml/tree.h>

#include "diag.h"
#include "mem.h"
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

/* One value that isms.yaml gives to a parameter. */
struct catalog_param {
	const char	*catalog;	/* whose parameter; NULL: anyone's */
	struct place	 catalog_at;
	const char	*id;
	struct strs	 values;
	struct place	 at;
	int		 used;		/* some catalogue has it */
};

struct catalog_params {
	struct catalog_param	*v;
	size_t			 n;
	/* Filled by catalog_load where n > 0, for suggestions: */
	struct strs		 ids;		/* of all parameters */
	struct strs		 catalogs;	/* names that .catalog may be */
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
 * - A profile is resolved.  Its controls have @source, the name of the
 *   catalogue that each comes from: the stem of its file; the catalogue has
 *   those names in @also.  i:src leads to where a control or part stands.
 * - Parameters have the values that PARAMS gives; it is noted which it used.
 * - i:link/@href is "#id", http, https or mailto; anything else that the
 *   file had there is the link's text.
 *
 * A shipped catalogue is held to all our demands (label, sort-id, unique part
 * ids, links and inserts that point somewhere); of another one unique
 * control ids are demanded, and what its schema does not allow is a warning.
 * Returns 0, or -1 with messages; then nothing was appended.
 */
int	 catalog_load(const struct roots *roots,
	    const struct catalog_entry *entry, struct catalog_params *params,
	    xmlNodePtr parent, struct diag *d);

/*
 * A control is known by its source and its id, and has one row.  So where a
 * profile of CATALOGS has a control of a catalogue, or of an earlier profile,
 * that is among CATALOGS too, it is the one there, which gets what the
 * profile has altered; the profile's own is removed, and the profile too if
 * nothing else is in it.  Its name becomes one more in @also.  Where two
 * profiles alter one control the first one counts, with a warning.
 */
void	 catalog_join(xmlNodePtr catalogs, struct diag *d);

/* The step of catalog_load that sets parameters; oscal.h. */
struct oscal;
void	 catalog_set_params(struct oscal *oscal,
	    const struct catalog_entry *entry, struct catalog_params *params);

/*
 * Read `parameters:`, a mapping of ids to values or of catalogues to such
 * mappings; MAP may be NULL.  PARAMS borrows its strings.
 */
struct yml;
void	 catalog_read_params(struct catalog_params *params,
	    const struct yml *map);

/* When all is loaded: a fault for each that no catalogue has; 0 or -1. */
int	 catalog_check_params(struct catalog_params *params,
	    struct diag *d);

void	 catalog_params_release(struct catalog_params *params);

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
 * catalogue's name, or NULL) before all others.  A catalogue is meant by its
 * name, else by the names in its @also.  In a catalogue, a label is
 * tried before an id, letters in their case first, then ignoring case; the
 * name of the answer file last.  Withdrawn controls are found too.  NULL
 * where there is none.
 */
xmlNodePtr	 catalog_find(const struct catalog_index *index,
		    const char *word, const char *home);

/*
 * The profile that stands for the catalogue which WORD begins with, or else
 * HOME, names: that catalogue itself is not there.  Borrowed; NULL if none.
 */
const char	*catalog_profile_for(const struct catalog_index *index,
		    const char *word, const char *home);

/* Is there any profile that stands for a catalogue? */
int	 catalog_has_profile(const struct catalog_index *index);

/* Is there a catalogue of this NAME, or known by it? */
int	 catalog_has(const struct catalog_index *index, const char *name);

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
