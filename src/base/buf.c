/*
 * Growing byte buffers.
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

#define FIRST_CAP 64

/* What empty buffers point to; never written. */
char rw_buf_empty[1];

void rw_buf_init(struct rw_buf *buf)
{
	buf->data = rw_buf_empty;
	buf->len = 0;
	buf->cap = 0;
}

void rw_buf_release(struct rw_buf *buf)
{
	if (buf->cap)
		rw_free(buf->data);
	rw_buf_init(buf);
}

void rw_buf_clear(struct rw_buf *buf)
{
	buf->len = 0;
	if (buf->cap)
		buf->data[0] = '\0';
}

void rw_buf_cut(struct rw_buf *buf, size_t len)
{
	if (buf->len == len)
		return;
	buf->len = len;
	buf->data[len] = '\0';
}

void rw_buf_reserve(struct rw_buf *buf, size_t extra)
{
	size_t need, cap;

	if (extra >= SIZE_MAX / 4 - buf->len)
		extra = SIZE_MAX / 4; /* no such memory: ends the program */
	need = buf->len + extra + 1;
	if (need <= buf->cap)
		return;
	cap = buf->cap ? buf->cap : FIRST_CAP;
	while (cap < need)
		cap += cap / 2;
	buf->data = rw_realloc(buf->cap ? buf->data : NULL, cap);
	buf->cap = cap;
	buf->data[buf->len] = '\0';
}

void rw_buf_add(struct rw_buf *buf, const void *data, size_t len)
{
	if (!len)
		return;
	rw_buf_reserve(buf, len);
	memcpy(buf->data + buf->len, data, len);
	buf->len += len;
	buf->data[buf->len] = '\0';
}

void rw_buf_puts(struct rw_buf *buf, const char *string)
{
	rw_buf_add(buf, string, strlen(string));
}

void rw_buf_putc(struct rw_buf *buf, char byte)
{
	rw_buf_add(buf, &byte, 1);
}

void rw_buf_printf(struct rw_buf *buf, const char *format, ...)
{
	va_list ap;
	size_t room;
	int len;

	rw_buf_reserve(buf, 0);
	room = buf->cap - buf->len;
	va_start(ap, format);
	len = vsnprintf(buf->data + buf->len, room, format, ap);
	va_end(ap);
	if (len >= 0 && (size_t)len >= room) {
		rw_buf_reserve(buf, (size_t)len);
		va_start(ap, format);
		vsnprintf(buf->data + buf->len, (size_t)len + 1, format, ap);
		va_end(ap);
	}
	if (len > 0)
		buf->len += (size_t)len;
	buf->data[buf->len] = '\0';
}

char *rw_buf_detach(struct rw_buf *buf)
{
	char *data;

	rw_buf_reserve(buf, 0);
	data = buf->data;
	rw_buf_init(buf);
	return data;
}
