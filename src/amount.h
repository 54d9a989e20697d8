/* Amounts: numbers with or without a unit, as settings have them. */
#ifndef ISMSDOC_AMOUNT_H
#define ISMSDOC_AMOUNT_H

#include "diag.h"
#include "yml.h"

struct amount {
	char	 text[24];	/* digits, and a point among them; or "" */
	double	 number;
	int	 is_money;	/* the currency was written */
	int	 is_percent;
};

/*
 * The number in NODE: "10000", "10 000.50", "10 %", and with CURRENCY (NULL:
 * there is none) "EUR 10000" or "10000 EUR".  NODE may be NULL: then AMOUNT
 * is "".  0, or -1 with a message.
 */
int	 amount_read(struct amount *amount, const struct yml *node,
	    const char *currency, struct diag *d);

#endif
