/* Makes the system calls of this process fail on the files of one folder, as a bad disk would.

   It is loaded before the C library (LD_PRELOAD) and told what to do by the process itself, through the functions
   whose names begin with faults_. Calls are counted from 1; those from `first` to `last` fail.                     */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { SHORT = -1, LOST = -2 };  /* beside the errors: half of a write; a failed fsync that forgets what was written */
enum { FILES = 4096 };

static char folder[4096];
static size_t folder_length;
static _Atomic long count, hits;
static _Atomic long first = 0, last = -1;
static _Atomic int kind = 0;
static char what[96];                       /* the first call that was made to fail */
static _Atomic long forced[FILES];          /* up to where each file was forced to disk */
static char ours[FILES];                    /* whether a descriptor is of a file in the folder */

void faults_folder(const char *path) { snprintf(folder, sizeof folder, "%s/", path); folder_length = strlen(folder); }
void faults_arm(long from, long to, int which)
{
    count = hits = 0;
    what[0] = 0;
    kind = which;
    first = from;
    last = to;
}
void faults_recover(void) { last = -1; }
long faults_count(void) { return count; }
long faults_hits(void) { return hits; }
const char *faults_what(void) { return what; }

static int in_folder(const char *path)
{
    return folder_length && path && (!strncmp(path, folder, folder_length) ||
        (strlen(path) == folder_length - 1 && !strncmp(path, folder, folder_length - 1)));
}
static int is_ours(int fd) { return fd >= 0 && fd < FILES && ours[fd]; }

/* Whether this call has to fail. */
static int fails(const char *name, const char *path)
{
    long number = atomic_fetch_add(&count, 1) + 1;
    if (number < first || number > last) return 0;
    if (atomic_fetch_add(&hits, 1) == 0) {
        const char *base = path ? strrchr(path, '/') : NULL;
        snprintf(what, sizeof what, "%s %s", name, base ? base + 1 : "");
    }
    return 1;
}
static int refuse(void) { errno = kind == SHORT || kind == LOST ? EIO : kind; return -1; }

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

static void opened(int fd)
{
    if (fd < 0 || fd >= FILES) return;
    struct stat is;
    ours[fd] = 1;
    forced[fd] = fstat(fd, &is) ? 0 : is.st_size;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        int our = in_folder(path); \
        if (our && fails(#name, path)) return refuse(); \
        int fd = REAL(name)(path, flags, mode); \
        if (our) opened(fd); \
        return fd; \
    }
OPEN(open)
OPEN(open64)
#define OPENAT(name) \
    int name(int at, const char *path, int flags, ...) \
    { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        int our = in_folder(path); \
        if (our && fails(#name, path)) return refuse(); \
        int fd = REAL(name)(at, path, flags, mode); \
        if (our) opened(fd); \
        return fd; \
    }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int fd, const void *data, size_t size)
{
    if (is_ours(fd) && fails("write", NULL)) {
        if (kind == SHORT && size > 1) return REAL(write)(fd, data, size / 2);
        return refuse();
    }
    return REAL(write)(fd, data, size);
}
#define PWRITE(name, offset) \
    ssize_t name(int fd, const void *data, size_t size, offset at) \
    { \
        if (is_ours(fd) && fails(#name, NULL)) { \
            if (kind == SHORT && size > 1) return REAL(name)(fd, data, size / 2, at); \
            return refuse(); \
        } \
        return REAL(name)(fd, data, size, at); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)
ssize_t writev(int fd, const struct iovec *parts, int n)
{
    if (is_ours(fd) && fails("writev", NULL)) return refuse();
    return REAL(writev)(fd, parts, n);
}

static int synced(int fd, int outcome)
{
    struct stat is;
    if (!outcome && fd < FILES && !fstat(fd, &is)) forced[fd] = is.st_size;
    return outcome;
}
static int unsynced(int fd)
{
    struct stat is;
    if (kind == LOST && !fstat(fd, &is) && S_ISREG(is.st_mode) && is.st_size > forced[fd])
        (void)!REAL(ftruncate)(fd, forced[fd]);
    return refuse();
}
int fsync(int fd)
{
    if (is_ours(fd) && fails("fsync", NULL)) return unsynced(fd);
    return synced(fd, REAL(fsync)(fd));
}
int fdatasync(int fd)
{
    if (is_ours(fd) && fails("fdatasync", NULL)) return unsynced(fd);
    return synced(fd, REAL(fdatasync)(fd));
}
int ftruncate(int fd, off_t size)
{
    if (is_ours(fd) && fails("ftruncate", NULL)) return refuse();
    if (fd >= 0 && fd < FILES && forced[fd] > size) forced[fd] = size;
    return REAL(ftruncate)(fd, size);
}
int ftruncate64(int fd, off64_t size)
{
    if (is_ours(fd) && fails("ftruncate64", NULL)) return refuse();
    if (fd >= 0 && fd < FILES && forced[fd] > size) forced[fd] = size;
    return REAL(ftruncate64)(fd, size);
}
int close(int fd)
{
    int our = is_ours(fd);
    if (our) ours[fd] = 0;
    int outcome = REAL(close)(fd);
    return our && fails("close", NULL) ? refuse() : outcome;
}

int rename(const char *from, const char *to)
{
    if (in_folder(to) && fails("rename", to)) return refuse();
    return REAL(rename)(from, to);
}
int renameat(int a, const char *from, int b, const char *to)
{
    if (in_folder(to) && fails("renameat", to)) return refuse();
    return REAL(renameat)(a, from, b, to);
}
int renameat2(int a, const char *from, int b, const char *to, unsigned int flags)
{
    if (in_folder(to) && fails("renameat2", to)) return refuse();
    return REAL(renameat2)(a, from, b, to, flags);
}
int unlink(const char *path)
{
    if (in_folder(path) && fails("unlink", path)) return refuse();
    return REAL(unlink)(path);
}
int unlinkat(int at, const char *path, int flags)
{
    if (in_folder(path) && fails("unlinkat", path)) return refuse();
    return REAL(unlinkat)(at, path, flags);
}
int mkdir(const char *path, mode_t mode)
{
    if (in_folder(path) && fails("mkdir", path)) return refuse();
    return REAL(mkdir)(path, mode);
}
