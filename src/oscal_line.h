/* Internal to OSCAL prose: one line of it on its way to DocBook. */
#ifndef ISMSDOC_OSCAL_LINE_H
#define ISMSDOC_OSCAL_LINE_H

#include "buf.h"
#include "oscal.h"

#define OSCAL_BLANKS " \t\r\n"

enum {
	IN_PRE = 1 << 0,	/* blanks count */
	IN_PLAIN = 1 << 1,	/* DocBook allows text and phrases only */
	IN_LINK = 1 << 2	/* a link holds no link */
};

/*
 * Text is gathered and put into the tree when an element begins or ends: so
 * a million comments in a paragraph do not make a million text nodes.
 */
struct flow {
	struct oscal	*oscal;
	xmlNodePtr	 at;		/* where text goes; NULL: no block */
	struct buf	 text;		/* waits to be put there */
	int		 gap;		/* what stands before ends in a blank */
	int		 depth;		/* of elements */
	int		 nparams;	/* of parameters inside each other */
	unsigned	 in;
};

/* Begin the block NAME at the end of TO; what follows goes into it. */
void	 flow_begin(struct flow *f, xmlNodePtr to, const char *name);

/* End the block that is open, if any; an empty one is taken out. */
void	 flow_end(struct flow *f);

/* As flow_end, but the block stays. */
void	 flow_close(struct flow *f);

/* Add NODE: text, or an element of a line. */
void	 flow_node(struct flow *f, const xmlNode *node);

/* Add what stands in FROM. */
void	 flow_line(struct flow *f, const xmlNode *from);

/* Is NODE a block: a paragraph, list, table and so on? */
int	 oscal_is_block(const xmlNode *node);

#endif
