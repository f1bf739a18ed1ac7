/* A small effect that does everything right, or one thing wrong on purpose: set_fault(n) chooses which. Each check of the conformance
   suite has to find the fault that was planted for it, and to find nothing where none is. */
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "faulty.h"

struct object { struct face faces[4]; volatile int references; int lives, active, started; double values[2]; uint64_t layout; int largest;
                pthread_t thread; int has_thread; struct view *shown; };
struct buffers { int channels; uint64_t silence; float **samples; };
struct block { int mode, size, frames, inputs, outputs; struct buffers *in, *out; void **changes_in, **changes_out; };
struct parameter { uint32_t id; uint16_t title[128], short_title[128], units[128]; int steps; double initial; int unit, flags; };
struct bus { int media, direction, channels; uint16_t name[128]; int type; uint32_t flags; };
struct setup { int mode, size, largest; double rate; };
struct info { char vendor[64], url[256], email[128]; int flags; };
struct class_info { unsigned char id[16]; int cardinality; char category[32], name[64]; };
struct class_info2 { struct class_info first; uint32_t flags; char sub[128], vendor[64], version[64], sdk[64]; };
struct class_info_w { unsigned char id[16]; int cardinality; char category[32]; uint16_t name[64]; uint32_t flags; char sub[128];
                      uint16_t vendor[64], version[64], sdk[64]; };

int fault;
static int loads, calls;
static double shared_values[2];
void set_fault(int number) { fault = number; loads = views_made = 0; shared_values[0] = shared_values[1] = 0; }

static const unsigned char base_id[16] = ID(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625),
    component_id[16] = ID(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802),
    processor_id[16] = ID(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D),
    controller_id[16] = ID(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E),
    requirements_id[16] = ID(0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0),
    factory_id[16] = ID(0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F), factory2_id[16] = ID(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB),
    factory3_id[16] = ID(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931), class_id[16] = ID(1, 2, 3, 4);
static void wide(uint16_t *to, const char *from) { do *to++ = *from; while (*from++); }
static double *values(struct face *f) { return fault == SHARED_VALUES ? shared_values : f->owner->values; }

uint32_t add_ref(struct face *f) { return __atomic_add_fetch(&f->owner->references, 1, __ATOMIC_SEQ_CST); }
uint32_t release(struct face *f)
{
    uint32_t left = __atomic_sub_fetch(&f->owner->references, 1, __ATOMIC_SEQ_CST);
    if (!left)
        free(f->owner);
    return left;
}
static int query(struct face *f, const void *id, void **result)
{
    if (!result)
        return BAD_ARGUMENT;
    *result = NULL;
    if (!id) {
        *result = fault == NULL_ID_TAKEN ? f : NULL;
        return fault == NULL_ID_TAKEN ? OK : BAD_ARGUMENT;
    }
    int face = is(id, unknown_id) || is(id, base_id) || is(id, component_id) ? 0 : is(id, processor_id) ? 1 : is(id, controller_id) ? 2
        : is(id, requirements_id) && fault != NO_REQUIREMENTS ? 3 : -1;
    if (is(id, unknown_id) && fault == TWO_IDENTITIES)
        face = (int)(f - f->owner->faces);
    if (face < 0 && fault == ANY_INTERFACE)
        face = 0;
    if (face < 0)
        return NO_INTERFACE;
    add_ref(f);
    if (fault == LEAKED_REFERENCE)
        add_ref(f);
    *result = &f->owner->faces[face];
    return OK;
}
static int initialize(struct face *f, void *context) { return f->owner->lives++ && fault == ONE_LIFE ? NO : OK; }
static int terminate(struct face *f)
{
    if (fault != VIEW_OUTLIVES_TERMINATE)
        hide_view(&f->owner->shown);
    return OK;
}

static int controller_class(struct face *f, void *id) { return NOT_THERE; }
static int io_mode(struct face *f, int mode) { return NOT_THERE; }
static int channels(struct face *f) { return __builtin_popcountll(f->owner->layout); }
static int bus_count(struct face *f, int media, int direction) { return media == 0 && (direction == 0 || direction == 1); }
static int bus_info(struct face *f, int media, int direction, int index, struct bus *bus)
{
    if (!bus || ((index != 0 || !bus_count(f, media, direction)) && fault != BUS_OUT_OF_RANGE))
        return BAD_ARGUMENT;
    memset(bus, 0, sizeof *bus);
    bus->direction = direction;
    bus->channels = fault == CHANNELS_NOT_CHANGED ? 2 : channels(f);
    bus->flags = 1;
    wide(bus->name, fault == NO_BUS_NAME ? "" : "Bus");
    return OK;
}
static int routing(struct face *f, void *in, void *out) { return NO; }
static int activate_bus(struct face *f, int media, int direction, int index, char on)
{
    return index == 0 && bus_count(f, media, direction) ? OK : BAD_ARGUMENT;
}
static int set_active(struct face *f, char on)
{
    if (!on && !f->owner->started && fault == NO_EARLY_STOP)
        return NO;
    f->owner->active = on;
    f->owner->started |= on;
    f->owner->has_thread = 0;
    return OK;
}
struct state { char mark[4]; uint32_t count; double values[2]; uint32_t check; };
static uint32_t sum(const struct state *state)
{
    uint32_t result = 5381;
    for (const unsigned char *byte = (const void *)state; byte < (const unsigned char *)&state->check; byte++)
        result = result * 33 + *byte;
    return result;
}
static int read_state(struct face *f, void ***stream, int is_controller)
{
    struct state state = { "" };
    int32_t got = 0;
    if (!stream)
        return fault == NULL_STREAM_TAKEN ? OK : BAD_ARGUMENT;
    ((int (*)(void *, void *, int32_t, int32_t *))(*stream)[3])(stream, &state, sizeof state, &got);
    int whole = got == sizeof state, ours = !memcmp(state.mark, "TEST", 4) && state.check == sum(&state);
    if (whole && ours) {
        if (fault != VALUE_NOT_RESTORED)
            values(f)[1] = state.values[1];
        if (fault != BYPASS_NOT_RESTORED)
            values(f)[0] = state.values[0];
        return OK;
    }
    if (!whole && !memcmp(state.mark, "TEST", 4) && fault == TORN_STATE_TAKEN)
        return values(f)[0] = 1, OK;
    if (whole && fault == NOISE_TAKEN)
        return values(f)[1] = 0.77, OK;
    return NO;
}
static int set_state(struct face *f, void ***stream) { return read_state(f, stream, 0); }
static int get_state(struct face *f, void ***stream)
{
    struct state state = { "TEST", fault == RESTLESS_STATE ? ++calls : 0, { values(f)[0], values(f)[1] } };
    if (!stream)
        return fault == NULL_STREAM_TAKEN ? OK : BAD_ARGUMENT;
    if (fault == BUSY_STATE && f->owner->active)
        return NO;
    state.check = sum(&state);
    return ((int (*)(void *, void *, int32_t, int32_t *))(*stream)[4])(stream, &state, sizeof state, NULL);
}

static int set_arrangements(struct face *f, uint64_t *in, int inputs, uint64_t *out, int outputs)
{
    if (!in || !out || inputs != 1 || outputs != 1 || *in != *out || __builtin_popcountll(*in) < 1 || __builtin_popcountll(*in) > 2)
        return NO;
    f->owner->layout = *in;
    return OK;
}
static int get_arrangement(struct face *f, int direction, int index, uint64_t *layout)
{
    if (!layout || index || direction < 0 || direction > 1)
        return BAD_ARGUMENT;
    *layout = f->owner->layout;
    return OK;
}
static int can_process(struct face *f, int size) { return size ? NO : OK; }
static uint32_t latency(struct face *f) { return fault == RESTLESS_LATENCY ? ++calls : 0; }
static uint32_t tail(struct face *f) { return 0; }
static int set_up(struct face *f, struct setup *setup)
{
    if (!setup || setup->size || !(setup->rate > 0) || isinf(setup->rate) || (fault == ONE_RATE && setup->rate != 44100 && setup->rate != 48000))
        return NO;
    f->owner->largest = setup->largest;
    return OK;
}
static int set_processing(struct face *f, char on) { return OK; }
static void take(struct face *f, uint32_t id, double value, int unclamped)
{
    if (id < 2 && !isnan(value))
        values(f)[id] = unclamped ? value : value < 0 ? 0 : value > 1 ? 1 : value;
}
static void take_changes(struct face *f, void **changes)
{
    int count = changes ? ((int (*)(void *))((void ***)changes)[0][3])(changes) : 0;
    for (int index = 0; index < count; index++) {
        void ***queue = ((void *(*)(void *, int))((void ***)changes)[0][4])(changes, index);
        int offset, points = ((int (*)(void *))(*queue)[4])(queue);
        double value;
        if (points && !((int (*)(void *, int, int *, double *))(*queue)[5])(queue, points - 1, &offset, &value))
            take(f, ((uint32_t (*)(void *))(*queue)[3])(queue), value, fault == QUEUE_NOT_CLAMPED);
    }
}
static int process(struct face *f, struct block *block)
{
    if (!block)
        return BAD_ARGUMENT;
    take_changes(f, block->changes_in);
    if (block->frames == 0 && fault == NO_FLUSH)
        return NO;
    if (block->frames > 0 && fault == ONE_BLOCK_SIZE && block->frames != f->owner->largest)
        return NO;
    if (fault == ONE_THREAD && f->owner->has_thread && !pthread_equal(f->owner->thread, pthread_self()))
        return NO;
    f->owner->thread = pthread_self();
    f->owner->has_thread = 1;
    if (block->inputs < 1 || block->outputs < 1 || !block->in || !block->out || !block->out->samples || block->frames <= 0)
        return OK;
    block->out->silence = fault == FALSE_SILENCE ? 3 : fault == SILENCE_UNTOLD ? 0 : block->in->silence & ((1 << block->out->channels) - 1);
    for (int channel = 0; channel < block->out->channels; channel++) {
        float *to = block->out->samples[channel];
        float *from = block->in->samples && channel < block->in->channels ? block->in->samples[channel] : NULL;
        if (!to || (channel > 1 && fault == TWO_CHANNELS_ONLY))
            continue;
        if (fault == CLEARS_FIRST)
            memset(to, 0, block->frames * sizeof *to);
        if (from)
            memmove(to, from, block->frames * sizeof *to);
        else
            memset(to, 0, block->frames * sizeof *to);
        if (fault == NAN_OUT)
            to[0] = NAN;
        if (fault == SUBNORMAL_OUT)
            to[0] = 1e-40f;
        if (fault == WRITES_PAST_END)
            to[block->frames] = 1;
    }
    return OK;
}

static int controller_set_state(struct face *f, void ***stream) { return OK; }
static int controller_get_state(struct face *f, void ***stream) { return NOT_THERE; }
static int component_state(struct face *f, void ***stream) { return read_state(f, stream, 1); }
static int parameter_count(struct face *f) { return 2; }
static int parameter_info(struct face *f, int index, struct parameter *info)
{
    if (!info || ((index < 0 || index > 1) && fault != PARAMETER_OUT_OF_RANGE))
        return BAD_ARGUMENT;
    memset(info, 0, sizeof *info);
    info->id = fault == SAME_PARAMETER_ID ? 0 : fault == HIGH_PARAMETER_ID && index ? 0x80000001u : (uint32_t)index;
    wide(info->title, index && fault == NO_TITLE ? "" : index ? "Amount" : "Bypass");
    info->steps = !index;
    info->initial = index && fault == DEFAULT_TOO_HIGH ? 1.5 : index && fault == OTHER_DEFAULT ? 0.5 : 0;
    info->unit = index && fault == STRAY_UNIT ? 3 : 0;
    info->flags = index == 0 || fault == TWO_BYPASSES ? 1 | 1 << 16 : fault == AUTOMATED_READ_ONLY ? 3 : 1;
    return OK;
}
static int string_by_value(struct face *f, uint32_t id, double value, uint16_t *text)
{
    if (!text || id > 1)
        return BAD_ARGUMENT;
    int percent = (int)(value * 100 + 0.5);
    uint16_t digits[4] = { '0' + percent / 100, '0' + percent / 10 % 10, '0' + percent % 10, 0 };
    memcpy(text, digits, sizeof digits);
    return OK;
}
static int value_by_string(struct face *f, uint32_t id, uint16_t *text, double *value)
{
    if (!text || !value || id > 1 || text[0] < '0' || text[0] > '1')
        return BAD_ARGUMENT;
    *value = ((text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0')) / 100.0 * (fault == TEXT_DISAGREES ? 0.5 : 1);
    return OK;
}
static double to_plain(struct face *f, uint32_t id, double value) { return value; }
static double to_normalized(struct face *f, uint32_t id, double value) { return value; }
static double get_value(struct face *f, uint32_t id) { return id < 2 ? values(f)[id] : 0; }
static int set_value(struct face *f, uint32_t id, double value)
{
    if (id < 2 && isnan(value) && fault == NAN_TAKEN)
        values(f)[id] = value;
    take(f, id, value, fault == VALUE_NOT_CLAMPED);
    return id < 2 && !isnan(value) ? OK : NO;
}
static int set_handler(struct face *f, void *handler) { return OK; }
static void *create_view(struct face *f, const char *name) { return make_view(f, &f->owner->shown, name); }
static uint32_t requirements(struct face *f) { return 0; }

static void *component_functions[] = { query, add_ref, release, initialize, terminate, controller_class, io_mode, bus_count, bus_info, routing,
    activate_bus, set_active, set_state, get_state };
static void *processor_functions[] = { query, add_ref, release, set_arrangements, get_arrangement, can_process, latency, set_up, set_processing,
    process, tail };
static void *controller_functions[] = { query, add_ref, release, initialize, terminate, component_state, controller_set_state,
    controller_get_state, parameter_count, parameter_info, string_by_value, value_by_string, to_plain, to_normalized, get_value, set_value,
    set_handler, create_view };
static void *requirements_functions[] = { query, add_ref, release, requirements };

static struct face factory_face;
static uint32_t factory_count(struct face *f) { return 1; }
static int factory_query(struct face *f, const void *id, void **result)
{
    if (!result)
        return BAD_ARGUMENT;
    *result = id && (is(id, unknown_id) || is(id, factory_id) || is(id, factory2_id) || is(id, factory3_id)) ? f : NULL;
    return *result ? OK : id ? NO_INTERFACE : BAD_ARGUMENT;
}
static int factory_info(struct face *f, struct info *info)
{
    if (!info)
        return BAD_ARGUMENT;
    memset(info, 0, sizeof *info);
    strcpy(info->vendor, "Test");
    info->flags = 16;
    return OK;
}
static int class_count(struct face *f) { return 1; }
static int first_info(struct face *f, int index, struct class_info *info)
{
    if (!info || (index && fault != CLASS_OUT_OF_RANGE))
        return BAD_ARGUMENT;
    memset(info, 0, sizeof *info);
    memcpy(info->id, class_id, 16);
    info->cardinality = 0x7FFFFFFF;
    strcpy(info->category, "Audio Module Class");
    strcpy(info->name, "Faulty");
    return OK;
}
static int second_info(struct face *f, int index, struct class_info2 *info)
{
    if (!info || (index && fault != CLASS_OUT_OF_RANGE))
        return BAD_ARGUMENT;
    memset(info, 0, sizeof *info);
    first_info(f, 0, &info->first);
    strcpy(info->sub, "Fx");
    strcpy(info->vendor, "Test");
    strcpy(info->version, "1.0.0");
    strcpy(info->sdk, "VST 3.7.14");
    return OK;
}
static int third_info(struct face *f, int index, struct class_info_w *info)
{
    struct class_info2 second;
    if (!info || second_info(f, index, &second))
        return BAD_ARGUMENT;
    memset(info, 0, sizeof *info);
    memcpy(info->id, class_id, 16);
    info->cardinality = second.first.cardinality;
    strcpy(info->category, second.first.category);
    strcpy(info->sub, second.sub);
    wide(info->name, fault == FACTORY_DISAGREES ? "Other" : second.first.name);
    wide(info->vendor, second.vendor);
    wide(info->version, second.version);
    wide(info->sdk, second.sdk);
    return OK;
}
static int set_host_context(struct face *f, void *context) { return fault == CONTEXT_REFUSED ? NO : OK; }
static int create_instance(struct face *f, const void *class, const void *interface, void **result)
{
    if (!class || !interface || !result)
        return BAD_ARGUMENT;
    *result = NULL;
    if (!is(class, class_id) && fault != ANY_CLASS)
        return NO_INTERFACE;
    struct object *made = calloc(1, sizeof *made);
    void **functions[] = { component_functions, processor_functions, controller_functions, requirements_functions };
    for (int face = 0; face < 4; face++)
        made->faces[face] = (struct face){ functions[face], made };
    made->references = 1;
    made->layout = 3;
    int code = query(made->faces, interface, result);
    release(made->faces);
    return code;
}
static void *factory_functions[] = { factory_query, factory_count, factory_count, factory_info, class_count, first_info, create_instance,
    second_info, third_info, set_host_context };

char ModuleEntry(void *library) { return !(loads++ && fault == ONE_LOAD); }
char ModuleExit(void) { return 1; }
void *GetPluginFactory(void)
{
    factory_face.functions = factory_functions;
    return &factory_face;
}
