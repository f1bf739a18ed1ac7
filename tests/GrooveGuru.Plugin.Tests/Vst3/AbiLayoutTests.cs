using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Vst3;

/// <summary>Sizes and offsets as a C compiler gives them for the public headers, 64-bit.</summary>
public unsafe class AbiLayoutTests
{
    [Fact]
    public void Structures_OfTheInterface_HaveTheirSizes()
    {
        Assert.Equal(16, sizeof(Tuid));
        Assert.Equal(452, sizeof(FactoryInfo));
        Assert.Equal(116, sizeof(ClassInfo));
        Assert.Equal(440, sizeof(ClassInfo2));
        Assert.Equal(696, sizeof(ClassInfoW));
        Assert.Equal(276, sizeof(BusInfo));
        Assert.Equal(12, sizeof(RoutingInfo));
        Assert.Equal(24, sizeof(ProcessSetup));
        Assert.Equal(24, sizeof(AudioBusBuffers));
        Assert.Equal(80, sizeof(ProcessData));
        Assert.Equal(112, sizeof(ProcessContext));
        Assert.Equal(792, sizeof(ParameterInfo));
    }

    [Fact]
    public void Vtables_OfTheInterface_HaveTheirLengths()
    {
        Assert.Equal(3, sizeof(UnknownVtable) / sizeof(void*));
        Assert.Equal(5, sizeof(PluginBaseVtable) / sizeof(void*));
        Assert.Equal(10, sizeof(PluginFactoryVtable) / sizeof(void*));
        Assert.Equal(14, sizeof(ComponentVtable) / sizeof(void*));
        Assert.Equal(11, sizeof(AudioProcessorVtable) / sizeof(void*));
        Assert.Equal(18, sizeof(EditControllerVtable) / sizeof(void*));
        Assert.Equal(4, sizeof(ProcessContextRequirementsVtable) / sizeof(void*));
        Assert.Equal(4, sizeof(InfoListenerVtable) / sizeof(void*));
        Assert.Equal(7, sizeof(BStreamVtable) / sizeof(void*));
        Assert.Equal(6, sizeof(ParameterChangesVtable) / sizeof(void*));
        Assert.Equal(7, sizeof(ParamValueQueueVtable) / sizeof(void*));
        Assert.Equal(7, sizeof(ComponentHandlerVtable) / sizeof(void*));
        Assert.Equal(5, sizeof(HostApplicationVtable) / sizeof(void*));
        Assert.Equal(11, sizeof(AttributeListVtable) / sizeof(void*));
    }

    [Fact]
    public void Vtables_OfTheInterface_HaveTheirOrder()
    {
        ComponentVtable component;
        Assert.Equal(5, Slot(&component, &component.GetControllerClassId));
        Assert.Equal(11, Slot(&component, &component.SetActive));
        Assert.Equal(13, Slot(&component, &component.GetState));
        AudioProcessorVtable processor;
        Assert.Equal(3, Slot(&processor, &processor.SetBusArrangements));
        Assert.Equal(7, Slot(&processor, &processor.SetupProcessing));
        Assert.Equal(9, Slot(&processor, &processor.Process));
        EditControllerVtable controller;
        Assert.Equal(5, Slot(&controller, &controller.SetComponentState));
        Assert.Equal(10, Slot(&controller, &controller.GetParamStringByValue));
        Assert.Equal(14, Slot(&controller, &controller.GetParamNormalized));
        Assert.Equal(17, Slot(&controller, &controller.CreateView));
        PluginFactoryVtable factory;
        Assert.Equal(6, Slot(&factory, &factory.CreateInstance));
        Assert.Equal(7, Slot(&factory, &factory.GetClassInfo2));
    }

    [Fact]
    public void Fields_OfTheInterface_LieWhereTheyBelong()
    {
        ProcessData data;
        Assert.Equal(24, Offset(&data, &data.Inputs));
        Assert.Equal(40, Offset(&data, &data.InputParameterChanges));
        Assert.Equal(72, Offset(&data, &data.Context));
        AudioBusBuffers bus;
        Assert.Equal(8, Offset(&bus, &bus.SilenceFlags));
        Assert.Equal(16, Offset(&bus, &bus.Channels));
        ProcessContext context;
        Assert.Equal(16, Offset(&context, &context.ProjectTimeSamples));
        Assert.Equal(40, Offset(&context, &context.ProjectTimeMusic));
        Assert.Equal(72, Offset(&context, &context.Tempo));
        Assert.Equal(80, Offset(&context, &context.TimeSignatureNumerator));
        Assert.Equal(104, Offset(&context, &context.SamplesToNextClock));
        ParameterInfo parameter;
        Assert.Equal(772, Offset(&parameter, &parameter.StepCount));
        Assert.Equal(776, Offset(&parameter, &parameter.DefaultNormalizedValue));
        Assert.Equal(788, Offset(&parameter, &parameter.Flags));
        BusInfo busInfo;
        Assert.Equal(12, Offset(&busInfo, busInfo.Name));
        Assert.Equal(272, Offset(&busInfo, &busInfo.Flags));
        ProcessSetup setup;
        Assert.Equal(16, Offset(&setup, &setup.SampleRate));
    }

    private static long Offset(void* structure, void* field) => (byte*)field - (byte*)structure;

    private static long Slot(void* vtable, void* function) => Offset(vtable, function) / sizeof(void*);
}
