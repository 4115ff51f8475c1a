/*
 * Content hashes (xxHash XXH3), for the manifest, duplicates and translations.
 */
#ifndef RW_BASE_HASH_H
#define RW_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t rw_hash(const void *data, size_t len);

/* 128 bits as 32 lower-case hex digits and a NUL in 'out' (33 bytes). */
void rw_hash_hex(const void *data, size_t len, char *out);

#endif
