/* Tables of a stylesheet's result, for a terminal and as JSON. */
#ifndef ISMSDOC_FIGURES_H
#define ISMSDOC_FIGURES_H

#include <libxml/tree.h>

#include "buf.h"

/*
 * A stylesheet returns i:table elements in its i:result: a name, a title,
 *
 *	i:column	name, title, type: text, number, bar, or key, which
 *			programs get and people do not
 *	i:row		an i:cell per column; role "head" or "total"
 *	i:cell		text; of a bar, an i:part (name, title, count) each
 *
 * Here they are laid out.  A bar shows the parts of one row, so that each is
 * as long as the next; parts are drawn by their names, and explained below
 * the table.
 */

enum {
	FIGURES_ASCII = 1 << 0,	/* no block characters */
	FIGURES_COLOR = 1 << 1	/* escape sequences */
};

/* Append all tables of RESULT to OUT, FLAGS as above. */
void	 figures_text(xmlDocPtr result, unsigned flags, struct buf *out);

/*
 * The same as one JSON object: per table an array of its rows, each with
 * role, keys, texts and numbers by their columns' names.
 */
void	 figures_json(xmlDocPtr result, struct buf *out);

#endif
