/* Amounts: numbers with or without a unit, as settings have them. */
#include "amount.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Does S begin or end with WORD?  *S and *LEN become what is left. */
static int
strip(const char **s, size_t *len, const char *word)
{
	size_t n;
	int found = 1;

	n = word == NULL ? 0 : strlen(word);
	if (n == 0 || n > *len)
		return 0;
	if (strncmp(*s, word, n) == 0)
		*s += n;
	else if (strncmp(*s + *len - n, word, n) != 0)
		found = 0;
	*len -= found ? n : 0;
	for (; *len > 0 && **s == ' '; (*s)++)
		(*len)--;
	while (*len > 0 && (*s)[*len - 1] == ' ')
		(*len)--;
	return found;
}

/* Digits with single blanks among them, then perhaps a point and digits. */
static int
copy_number(struct amount *amount, const char *s, size_t len)
{
	size_t i, n = 0, point = 0;

	for (i = 0; i < len; i++) {
		if (n + 1 == sizeof(amount->text))
			return -1;
		if (s[i] == ' ' && i > 0 && s[i - 1] != ' ' && point == 0)
			continue;
		if (s[i] == '.' && n > 0 && point == 0 && i + 1 < len)
			point = i;
		else if (s[i] < '0' || s[i] > '9')
			return -1;
		amount->text[n++] = s[i];
	}
	amount->text[n] = '\0';
	amount->number = strtod(amount->text, NULL);
	return n == 0 ? -1 : 0;
}

/* Digits and capitals: money, it seems. */
static int
is_moneylike(const char *s)
{
	return strpbrk(s, "0123456789") != NULL &&
	    strpbrk(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;
}

static int
fault(const struct yml *node, const char *currency, struct diag *d)
{
	char *form;

	form = currency == NULL ? mem_strdup("a number") :
	    mem_printf("a number or an amount such as \"%s 10000\"",
	    currency);
	if (node->kind != YML_SCALAR)
		diag_add(d, DIAG_VALUE_KIND, &node->at, "\"%s\" must be %s",
		    node->key, form);
	else
		diag_add(d, DIAG_VALUE, &node->at, "\"%s\" must be %s, not "
		    "\"%.60s\"%s", node->key, form, node->text,
		    currency == NULL && is_moneylike(node->text) ? "; for "
		    "money name the currency, as \"currency: EUR\"" : "");
	free(form);
	return -1;
}

int
amount_read(struct amount *amount, const struct yml *node,
    const char *currency, struct diag *d)
{
	const char *s;
	size_t len;

	memset(amount, 0, sizeof(*amount));
	if (node == NULL)
		return 0;
	if (node->kind != YML_SCALAR)
		return fault(node, currency, d);
	s = node->text;
	len = strlen(s);
	amount->is_money = strip(&s, &len, currency);
	amount->is_percent = !amount->is_money && strip(&s, &len, "%");
	if (copy_number(amount, s, len) == 0)
		return 0;
	memset(amount, 0, sizeof(*amount));
	return fault(node, currency, d);
}
