/* The view of the faulty effect: no window, but all that a host sees of one. */
#include <math.h>
#include <stdlib.h>
#include <unistd.h>
#include "faulty.h"

enum { LEAST = 200, MOST = 16384, FEW = 40 };
struct rect { int left, top, right, bottom; };
struct part { void **functions; struct view *owner; };
struct view { struct part parts[4]; int references, width, height, attached, attaches, pipe[2]; double scale; struct face *component;
              struct view **shown; void *frame, *loop; };

int views_made;
static int views_alive;
static const unsigned char view_id[16] = ID(0x5BC32507, 0xD06049EA, 0xA6151B52, 0x2B755B29),
    scale_id[16] = ID(0x65ED9690, 0x8AC44525, 0x8AADEF7A, 0x72EA703F), events_id[16] = ID(0x561E65C9, 0x13A0496F, 0x813A2C35, 0x654D7983),
    timer_id[16] = ID(0x10BDD94F, 0x41424774, 0x821FAD8F, 0xECA72CA9), loop_id[16] = ID(0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);

static uint32_t part_add(struct part *p) { return ++p->owner->references; }
static void detach(struct view *view)
{
    if (view->loop) {
        void **functions = *(void ***)view->loop;
        ((int (*)(void *, void *))functions[4])(view->loop, &view->parts[2]);
        if (fault != TIMER_LEFT)
            ((int (*)(void *, void *))functions[6])(view->loop, &view->parts[3]);
        ((uint32_t (*)(void *))functions[2])(view->loop);
    }
    view->loop = NULL;
    view->attached = 0;
    if (*view->shown == view)
        *view->shown = NULL;
}
static uint32_t part_release(struct part *p)
{
    struct view *view = p->owner;
    if (--view->references)
        return view->references;
    detach(view);
    close(view->pipe[0]);
    close(view->pipe[1]);
    if (fault != VIEW_KEEPS_COMPONENT)
        release(view->component);
    views_alive--;
    free(view);
    return 0;
}
static int part_query(struct part *p, const void *id, void **result)
{
    if (!result)
        return BAD_ARGUMENT;
    *result = NULL;
    if (!id)
        return BAD_ARGUMENT;
    int place = is(id, unknown_id) ? (fault == VIEW_TWO_IDENTITIES ? (int)(p - p->owner->parts) : 0) : is(id, view_id) ? 0
        : is(id, scale_id) ? 1 : is(id, events_id) ? 2 : is(id, timer_id) ? 3 : -1;
    if (place < 0)
        return NO_INTERFACE;
    part_add(p);
    if (fault == VIEW_LEAKED_REFERENCE)
        part_add(p);
    *result = &p->owner->parts[place];
    return OK;
}

static int supports(struct part *p, const char *type)
{
    return type && (fault == ANY_PLATFORM || !strcmp(type, "X11EmbedWindowID")) ? OK : NO;
}
static int attach(struct part *p, void *parent, const char *type)
{
    struct view *view = p->owner;
    void *loop = NULL;
    if ((!parent || supports(p, type) != OK) && fault != ANY_PARENT)
        return NO;
    if (fault == ONE_ATTACH && view->attaches)
        return NO;
    if (fault == FAILED_ATTACH_CLOSES_OTHER)
        hide_view(view->shown);
    if (!view->frame || ((int (*)(void *, const void *, void **))(*(void ***)view->frame)[0])(view->frame, loop_id, &loop))
        return fault == ANY_PARENT ? OK : NO;
    if (view->attached && fault == REGISTERS_TWICE)
        ((uint32_t (*)(void *))(*(void ***)view->loop)[2])(view->loop);
    else if (view->attached)
        detach(view);
    hide_view(view->shown);
    *view->shown = view;
    view->loop = loop;
    view->attached = 1;
    view->attaches++;
    ((int (*)(void *, void *, int))(*(void ***)loop)[3])(loop, &view->parts[2], view->pipe[0]);
    ((int (*)(void *, void *, uint64_t))(*(void ***)loop)[5])(loop, &view->parts[3], 20);
    return OK;
}
static int detached(struct part *p) { detach(p->owner); return OK; }
static int wheel(struct part *p, float distance) { return NO; }
static int key(struct part *p, uint16_t character, int16_t code, int16_t modifiers) { return fault == KEYS_TAKEN ? OK : NO; }
static int get_size(struct part *p, struct rect *size)
{
    if (!size || (fault == NO_EARLY_SIZE && !p->owner->attached))
        return BAD_ARGUMENT;
    *size = (struct rect){ 0, 0, p->owner->width, p->owner->height };
    return OK;
}
static int clamped(long length) { return length < LEAST ? LEAST : length > MOST ? MOST : (int)length; }
static int on_size(struct part *p, struct rect *size)
{
    if (!size)
        return BAD_ARGUMENT;
    long width = (long)size->right - size->left, height = (long)size->bottom - size->top;
    if ((width <= 0 || height <= 0 || width > MOST || height > MOST) && fault != ANY_SIZE)
        return BAD_ARGUMENT;
    if (fault != SIZE_NOT_TAKEN) {
        p->owner->width = (int)width;
        p->owner->height = (int)height;
    }
    return OK;
}
static int focus(struct part *p, char has) { return OK; }
static int set_frame(struct part *p, void *frame)
{
    if (frame && fault == FRAME_KEPT)
        ((uint32_t (*)(void *))(*(void ***)frame)[1])(frame);
    p->owner->frame = frame;
    return OK;
}
static int can_resize(struct part *p) { return OK; }
static int constrain(struct part *p, struct rect *size)
{
    if (!size)
        return BAD_ARGUMENT;
    long more = fault == RESTLESS_CONSTRAINT ? 10 : 0;
    size->right = size->left + clamped((long)size->right - size->left + more);
    size->bottom = size->top + clamped((long)size->bottom - size->top);
    return OK;
}
static int set_scale(struct part *p, float factor)
{
    if (!(isfinite(factor) && factor > 0))
        return fault == ANY_SCALE ? OK : BAD_ARGUMENT;
    p->owner->width = (int)(p->owner->width * factor / p->owner->scale + 0.5);
    p->owner->height = (int)(p->owner->height * factor / p->owner->scale + 0.5);
    p->owner->scale = factor;
    return OK;
}
static void readable(struct part *p, int descriptor) { }
static void tick(struct part *p) { }

static void *view_functions[] = { part_query, part_add, part_release, supports, attach, detached, wheel, key, key, get_size, on_size, focus,
    set_frame, can_resize, constrain };
static void *scale_functions[] = { part_query, part_add, part_release, set_scale };
static void *event_functions[] = { part_query, part_add, part_release, readable };
static void *timer_functions[] = { part_query, part_add, part_release, tick };

void hide_view(struct view **shown)
{
    if (*shown)
        detach(*shown);
}
void *make_view(struct face *component, struct view **shown, const char *name)
{
    if (!name || (strcmp(name, "editor") && fault != ANY_VIEW_NAME) || (fault == ONE_VIEW && views_alive) || (fault == FEW_VIEWS && views_made >= FEW))
        return NULL;
    struct view *view = calloc(1, sizeof *view);
    void **functions[] = { view_functions, scale_functions, event_functions, timer_functions };
    for (int part = 0; part < 4; part++)
        view->parts[part] = (struct part){ functions[part], view };
    view->references = 1;
    view->width = 400;
    view->height = 300;
    view->scale = 1;
    view->component = component;
    view->shown = shown;
    add_ref(component);
    if (pipe(view->pipe))
        abort();
    views_made++;
    views_alive++;
    return view->parts;
}
