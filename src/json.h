/* JSON by json-c: values are built, then written once. */
#ifndef ISMSDOC_JSON_H
#define ISMSDOC_JSON_H

#include "buf.h"

/*
 * Members stay in the order in which they were set.  A value that is set in
 * another belongs to it; the root is freed by json_free or json_write.  Text
 * is UTF-8; what is not well-formed becomes U+FFFD.
 */
struct json;

struct json	*json_new(void);
struct json	*json_new_array(void);
void		 json_free(struct json *json);

/* Set KEY of OBJECT, which has none of that name yet; a NULL is left out. */
void	 json_set(struct json *object, const char *key, struct json *value);
void	 json_set_text(struct json *object, const char *key,
	    const char *text);
void	 json_set_int(struct json *object, const char *key, long number);
void	 json_set_bool(struct json *object, const char *key, int is);

/* A new object as a member of OBJECT, or at the end of ARRAY; borrowed. */
struct json	*json_set_object(struct json *object, const char *key);
struct json	*json_set_array(struct json *object, const char *key);
struct json	*json_add_object(struct json *array);

/* Write JSON, two blanks a level and a line feed at the end, and free it. */
void	 json_write(struct json *json, struct buf *out);

#endif
