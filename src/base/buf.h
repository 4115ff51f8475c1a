/*
 * Growing byte buffers. 'data' is never NULL and always ends in a NUL that
 * 'len' does not count.
 */
#ifndef RW_BASE_BUF_H
#define RW_BASE_BUF_H

#include <stddef.h>

struct rw_buf {
	char *data;
	size_t len;
	size_t cap;
};

/* What an empty buffer points to; never written. */
extern char rw_buf_empty[1];
/* clang-format off */
#define RW_BUF_INIT { rw_buf_empty, 0, 0 }
/* clang-format on */

void rw_buf_init(struct rw_buf *buf);

/* Frees the bytes; 'buf' is empty again. */
void rw_buf_release(struct rw_buf *buf);

/* Empties 'buf', but keeps its memory. */
void rw_buf_clear(struct rw_buf *buf);

/* Cuts 'buf' to its first 'len' bytes. */
void rw_buf_cut(struct rw_buf *buf, size_t len);

/* Makes room for 'extra' more bytes (and the NUL). */
void rw_buf_reserve(struct rw_buf *buf, size_t extra);

/* Add bytes, a string, one byte, formatted text. */
void rw_buf_add(struct rw_buf *buf, const void *data, size_t len);
void rw_buf_puts(struct rw_buf *buf, const char *string);
void rw_buf_putc(struct rw_buf *buf, char byte);
void rw_buf_printf(struct rw_buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Hands over the bytes (rw_free releases them); 'buf' is empty again. */
char *rw_buf_detach(struct rw_buf *buf);

#endif
