namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>Every check finds the fault that was planted for it, and nothing where there is none.</summary>
public class PlantedFaultTests
{
    private static readonly (string Fault, string Check)[] Planted =
    [
        ("FACTORY_DISAGREES", "FactoryChecks.Infos_OfAllThreeKinds_Agree"),
        ("CLASS_OUT_OF_RANGE", "FactoryChecks.Index_OutOfRange_IsRefused"),
        ("ANY_CLASS", "FactoryChecks.Instance_OfNonsense_IsNotMade"),
        ("CONTEXT_REFUSED", "FactoryChecks.HostContext_Given_IsTaken"),
        ("NO_REQUIREMENTS", "InterfaceChecks.Interface_Required_IsThere"),
        ("TWO_IDENTITIES", "InterfaceChecks.Identity_FromEachInterface_IsTheSame"),
        ("ANY_INTERFACE", "InterfaceChecks.Interface_Unknown_IsRefused"),
        ("NULL_ID_TAKEN", "InterfaceChecks.Null_AsIdOrResult_IsRefused"),
        ("LEAKED_REFERENCE", "InterfaceChecks.References_TakenAndGivenBack_Balance"),
        ("LEAKED_REFERENCE", "InterfaceChecks.References_WithTheLastOne_EndTheInstance"),
        ("SAME_PARAMETER_ID", "ParameterChecks.Definitions_FollowTheRules"),
        ("HIGH_PARAMETER_ID", "ParameterChecks.Definitions_FollowTheRules"),
        ("NO_TITLE", "ParameterChecks.Definitions_FollowTheRules"),
        ("DEFAULT_TOO_HIGH", "ParameterChecks.Definitions_FollowTheRules"),
        ("AUTOMATED_READ_ONLY", "ParameterChecks.Definitions_FollowTheRules"),
        ("TWO_BYPASSES", "ParameterChecks.Definitions_FollowTheRules"),
        ("STRAY_UNIT", "ParameterChecks.Definitions_FollowTheRules"),
        ("OTHER_DEFAULT", "ParameterChecks.Values_OfANewInstance_AreTheDefaults"),
        ("PARAMETER_OUT_OF_RANGE", "ParameterChecks.Index_OutOfRange_IsRefused"),
        ("NAN_TAKEN", "ParameterChecks.Values_ThatAreNonsense_LeaveGoodOnes"),
        ("VALUE_NOT_CLAMPED", "ParameterChecks.Values_ThatAreNonsense_LeaveGoodOnes"),
        ("QUEUE_NOT_CLAMPED", "ParameterChecks.Queues_FullOfNonsense_LeaveGoodValues"),
        ("TEXT_DISAGREES", "ParameterChecks.Text_OfAValue_LeadsBackToIt"),
        ("NO_BUS_NAME", "BusChecks.Buses_AreThereAndNamed"),
        ("BUS_OUT_OF_RANGE", "BusChecks.Bus_OutOfRange_IsRefused"),
        ("CHANNELS_NOT_CHANGED", "BusChecks.Arrangements_TakenOrNot_AreWhatTheBusesTell"),
        ("TWO_CHANNELS_ONLY", "BusChecks.Channels_NeverAgreedOn_AreMet"),
        ("NO_FLUSH", "ProcessChecks.Flush_WithoutSamplesOrBuses_IsTaken"),
        ("FALSE_SILENCE", "ProcessChecks.Silence_IsToldAsItIs"),
        ("SILENCE_UNTOLD", "ProcessChecks.Silence_IsToldAsItIs"),
        ("ONE_BLOCK_SIZE", "ProcessChecks.BlockSizes_ThatVary_Pass"),
        ("WRITES_PAST_END", "ProcessChecks.BlockSizes_ThatVary_Pass"),
        ("ONE_RATE", "ProcessChecks.Rates_OrdinaryAndOdd_Pass"),
        ("ONE_BLOCK_SIZE", "ProcessChecks.RateAndBlockSize_ChangedMidStream_Pass"),
        ("CLEARS_FIRST", "ProcessChecks.Buffers_InPlace_Pass"),
        ("ONE_THREAD", "ProcessChecks.Thread_OtherThanBefore_Passes"),
        ("NAN_OUT", "ProcessChecks.Output_OfOrdinaryInput_IsOrdinary"),
        ("SUBNORMAL_OUT", "ProcessChecks.Output_OfOrdinaryInput_IsOrdinary"),
        ("RESTLESS_LATENCY", "ProcessChecks.LatencyAndTail_StayWhatTheyAre"),
        ("RESTLESS_STATE", "StateChecks.Bytes_SetAndSavedAgain_AreTheSame"),
        ("VALUE_NOT_RESTORED", "StateChecks.Parameters_AfterSetState_AreWhatTheyWere"),
        ("BYPASS_NOT_RESTORED", "StateChecks.Bypass_InTheState_ReachesTheController"),
        ("TORN_STATE_TAKEN", "StateChecks.State_Truncated_ChangesNothing"),
        ("NOISE_TAKEN", "StateChecks.State_OfRandomBytes_LeavesAWorkingInstance"),
        ("NULL_STREAM_TAKEN", "StateChecks.Stream_ThatIsNull_IsRefused"),
        ("BUSY_STATE", "StateChecks.State_WhileProcessing_IsSavedAndSet"),
        ("ONE_LIFE", "LifeChecks.Instance_Terminated_BeginsAgain"),
        ("NO_EARLY_STOP", "LifeChecks.Calls_OutOfOrder_AreTaken"),
        ("ONE_LOAD", "LifeChecks.Module_LoadedThreeTimes_WorksEachTime"),
        ("SHARED_VALUES", "LifeChecks.Instances_AHundredAtOnce_AreIndependent"),
        ("SHARED_VALUES", "LifeChecks.Instances_OnSeveralThreads_AreIndependent"),
        ("ANY_VIEW_NAME", "ViewChecks.Name_NullOrUnknown_GivesNoView"),
        ("ANY_PLATFORM", "ViewChecks.Platform_OtherThanThisSystems_IsRefused"),
        ("ANY_PARENT", "ViewChecks.Attached_ToNonsense_IsRefusedAndKeepsNothing"),
        ("FAILED_ATTACH_CLOSES_OTHER", "ViewChecks.Attached_WithoutAFrame_LeavesAnotherViewAlone"),
        ("REGISTERS_TWICE", "ViewChecks.Attached_Twice_IsRegisteredOnce"),
        ("ONE_ATTACH", "ViewChecks.Removed_AnyNumberOfTimes_CanBeAttachedAgain"),
        ("TIMER_LEFT", "ViewChecks.Handlers_AtRemoved_AreUnregistered"),
        ("FRAME_KEPT", "ViewChecks.Frame_SetAndTakenBack_IsNotKept"),
        ("VIEW_TWO_IDENTITIES", "ViewChecks.Identity_FromEachInterface_IsTheSame"),
        ("VIEW_LEAKED_REFERENCE", "ViewChecks.References_TakenAndGivenBack_Balance"),
        ("VIEW_KEEPS_COMPONENT", "ViewChecks.Component_AfterItsViews_HasTheReferencesOfBefore"),
        ("VIEW_OUTLIVES_TERMINATE", "ViewChecks.Terminate_WithAnOpenView_ClosesIt"),
        ("ONE_VIEW", "ViewChecks.Views_TwoAtOnce_KeepToThemselves"),
        ("KEYS_TAKEN", "ViewChecks.Keys_WithoutATextField_StayTheHosts"),
        ("FEW_VIEWS", "ViewChecks.View_AHundredTimesWhileProcessing_LeavesNothing"),
        ("NO_EARLY_SIZE", "ViewSizeChecks.Size_BeforeAttached_IsTold"),
        ("ANY_SIZE", "ViewSizeChecks.OnSize_OfNonsense_LeavesAGoodSize"),
        ("RESTLESS_CONSTRAINT", "ViewSizeChecks.Constraint_OfAnySize_GivesAUsableOneAndKeepsIt"),
        ("SIZE_NOT_TAKEN", "ViewSizeChecks.Size_AllowedAndGiven_IsTaken"),
        ("ANY_SCALE", "ViewSizeChecks.Scale_OfNonsense_IsRefusedAndOthersAreTaken"),
    ];

    public static TheoryData<string> Checks => [.. ConformanceCatalogue.Names];

    public static TheoryData<string, string> Faults => FaultsOf(ConformanceCatalogue.Names);

    /// <summary>The faults that were planted for some checks, each with its check.</summary>
    internal static TheoryData<string, string> FaultsOf(IReadOnlyList<string> checks)
    {
        TheoryData<string, string> data = [];
        foreach ((string fault, string check) in Planted.Where(pair => checks.Contains(pair.Check)))
        {
            data.Add(fault, check);
        }

        return data;
    }

    /// <summary>Runs a check on the plugin with a fault: it must fail.</summary>
    internal static void AssertFound(string fault, string check)
    {
        int number = FaultyPlugin.Faults.ToList().IndexOf(fault);
        Assert.True(number > 0, $"faulty.h has no {fault}");
        using Vst3Module module = FaultyPlugin.Load(number);

        Assert.NotEmpty(ConformanceCatalogue.Run(check, module).Failures);
    }

    [BundleTheory]
    [MemberData(nameof(Checks))]
    public void Plugin_WithoutAFault_PassesEachCheck(string check)
    {
        using Vst3Module module = FaultyPlugin.Load(0);

        Assert.Empty(ConformanceCatalogue.Run(check, module).Failures);
    }

    [BundleTheory]
    [MemberData(nameof(Faults))]
    public void Plugin_WithAPlantedFault_IsFound(string fault, string check) => AssertFound(fault, check);

    [BundleFact]
    public void Planting_CoversEveryCheckAndEveryFault()
    {
        Assert.Empty(ConformanceCatalogue.Names.Concat(ConformanceCatalogue.ViewNames).Except(Planted.Select(pair => pair.Check)));
        Assert.Empty(FaultyPlugin.Faults.Skip(1).Except(Planted.Select(pair => pair.Fault)));
    }
}
