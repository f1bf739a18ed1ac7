using GrooveGuru.Host.Tests.Editor;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>The view: what it is, what it is attached to, and what it leaves.</summary>
internal static unsafe class ViewChecks
{
    private static readonly Tuid[] Known = [InterfaceIds.Unknown, InterfaceIds.PlugView, InterfaceIds.ContentScaleSupport];

    public static void Name_NullOrUnknown_GivesNoView(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        verdict.Demand(Faces.Controller(plugin)->CreateView(plugin.Controller, null) == null, "a view without a name is made");
        verdict.Demand(plugin.CreateView("\0"u8) == null, "a view of an empty name is made");
        verdict.Demand(plugin.CreateView("generic\0"u8) == null, "a view named generic is made");
        verdict.Demand(plugin.CreateView("editorial\0"u8) == null, "a view named editorial is made");
        verdict.Demand(plugin.CreateView("EDITOR\0"u8) == null, "a view named EDITOR is made");
    }

    public static void Platform_OtherThanThisSystems_IsRefused(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        verdict.Demand(view.Functions->IsPlatformTypeSupported(view.Pointer, null) != Result.Ok, "no platform is supported");
        foreach (string type in new[] { "", "HWND", "NSView", "X11EmbedWindow", "X11EmbedWindowIDs" })
        {
            verdict.Demand(Supports(view, type) != Result.Ok, $"'{type}' is supported");
        }

        verdict.Demand(Supports(view, "X11EmbedWindowID") == Result.Ok, "this system's windows are not supported");
    }

    public static void Attached_ToNonsense_IsRefusedAndKeepsNothing(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        verdict.Demand(view.Attach(0, ViewPlatform.Current) != Result.Ok, "it is attached to no window");
        verdict.Demand(view.Attach(view.Window.Id, "HWND\0"u8) != Result.Ok, "it is attached to another system's window");
        verdict.Demand(view.Functions->Attached(view.Pointer, (void*)view.Window.Id, null) != Result.Ok, "it is attached to a window of no type");
        verdict.Demand(view.Loop.Registered == (0, 0) && view.Loop.References == 1, "what was refused stays registered");
        DemandAttached(view, verdict);
    }

    public static void Attached_WithoutAFrame_LeavesAnotherViewAlone(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView first = new(plugin);
        first.SetFrame();
        DemandAttached(first, verdict);
        using RawView second = new(plugin);
        if (second.Attach() != Result.Ok)
        {
            verdict.Demand(first.Loop.Registered == (1, 1), "a view that was not attached has closed another one");
        }

        first.Run();
        second.Remove();
        second.SetFrame();
        DemandAttached(second, verdict);
    }

    public static void Attached_Twice_IsRegisteredOnce(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        DemandAttached(view, verdict);
        view.Attach();
        view.Run();
        verdict.Demand(view.Loop.Registered is (0, 0) or (1, 1), $"attached twice, it is registered {view.Loop.Registered} times");
        view.Remove();
        verdict.Demand(view.Loop.Registered == (0, 0) && view.Loop.References == 1, "attached twice and removed, it stays registered");
    }

    public static void Removed_AnyNumberOfTimes_CanBeAttachedAgain(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.Remove();
        verdict.Demand(view.Size is not null, "removed before it was attached, it has no size");
        view.SetFrame();
        for (int round = 0; round < 3; round++)
        {
            DemandAttached(view, verdict);
            view.Run();
            verdict.Demand(view.Remove() == Result.Ok, "removed fails");
            view.Remove();
        }
    }

    public static void Handlers_AtRemoved_AreUnregistered(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        DemandAttached(view, verdict);
        view.Run();
        view.Remove();
        verdict.Demand(view.Loop.Registered == (0, 0), $"{view.Loop.Registered} handlers stay registered");
        verdict.Demand(view.Loop.References == 1, "the run loop is kept");
    }

    public static void Frame_SetAndTakenBack_IsNotKept(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        for (int round = 0; round < 3; round++)
        {
            verdict.Demand(view.SetFrame() == Result.Ok && view.SetFrame(isThere: false) == Result.Ok, "setFrame fails");
        }

        verdict.Demand(view.Frame.References == 1, "the frame is kept");
        view.SetFrame();
        DemandAttached(view, verdict);
        view.SetFrame(isThere: false);
        view.Run();
        view.Remove();
        verdict.Demand(
            view.Loop.Registered == (0, 0) && view.Loop.References == 1 && view.Frame.References == 1, "without its frame it does not let go");
    }

    public static void Identity_FromEachInterface_IsTheSame(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        void* self = Faces.Query(view.Pointer, InterfaceIds.Unknown);
        verdict.Demand(self != null, "the view has no FUnknown");
        Release(self);
        foreach (Tuid from in Known)
        {
            void* first = Faces.Query(view.Pointer, from);
            verdict.Demand(first != null, $"the view has no {from}");
            foreach (Tuid to in Known)
            {
                void* around = first == null ? null : Faces.Query(first, to);
                verdict.Demand(around != null && (to != InterfaceIds.Unknown || around == self), $"{to} from {from} is another object");
                Release(around);
            }

            Release(first);
        }

        Tuid none = new(1, 2, 3, 4);
        void* result = (void*)1;
        verdict.Demand(view.Functions->Base.QueryInterface(view.Pointer, &none, &result) != Result.Ok && result == null, "any interface is given");
        verdict.Demand(view.Functions->Base.QueryInterface(view.Pointer, null, &result) != Result.Ok, "a null id is taken");
        verdict.Demand(view.Functions->Base.QueryInterface(view.Pointer, &none, null) != Result.Ok, "a null result is taken");
    }

    public static void References_TakenAndGivenBack_Balance(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        verdict.Demand(Faces.References(view.Pointer) == 1, $"a new view has {Faces.References(view.Pointer)} references");
        foreach (Tuid id in Known)
        {
            void* face = Faces.Query(view.Pointer, id);
            verdict.Demand(face != null && Faces.References(face) == 2, $"{id} does not add one reference");
            Release(face);
        }

        view.SetFrame();
        DemandAttached(view, verdict);
        view.Run();
        view.Remove();
        verdict.Demand(Faces.References(view.Pointer) == 1, "references are left");
    }

    public static void Component_AfterItsViews_HasTheReferencesOfBefore(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        uint before = Faces.References(plugin.Component);
        for (int round = 0; round < 5; round++)
        {
            using RawView view = new(plugin);
            verdict.Demand(view.Release() == 0, "the last release leaves references to the view");
        }

        verdict.Demand(Faces.References(plugin.Component) == before, "closed views keep their component");
    }

    public static void Terminate_WithAnOpenView_ClosesIt(Vst3Module module, Verdict verdict)
    {
        Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        DemandAttached(view, verdict);
        view.Run();
        plugin.Dispose();
        verdict.Demand(view.Loop.Registered == (0, 0), "a terminated plugin keeps its window's handlers");

        // Now nobody but the view is left.
        view.Run();
        verdict.Demand(view.Size is not null, "a view without its controller has no size");
        view.OnSize(new ViewRect(700, 500));
        view.Attach();
        view.Run();
        view.Remove();
        verdict.Demand(view.Loop.Registered == (0, 0), "a view without its controller stays registered");
        verdict.Demand(view.Release() == 0, "the last release leaves references");
    }

    public static void Views_TwoAtOnce_KeepToThemselves(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin one = module.Create();
        using Vst3Plugin other = module.Create();
        using RawView first = new(one);
        using RawView second = new(other);
        using RawView third = new(one);
        foreach (RawView view in new[] { first, second, third })
        {
            view.SetFrame();
            DemandAttached(view, verdict);
        }

        verdict.Demand(second.Loop.Registered == (1, 1), "another instance's view is closed");
        foreach (RawView view in new[] { first, second, third })
        {
            view.Run();
            view.Remove();
            verdict.Demand(view.Loop.Registered == (0, 0) && view.Loop.References == 1, "one of several views stays registered");
        }
    }

    public static void Keys_WithoutATextField_StayTheHosts(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        DemandAttached(view, verdict);
        view.Run();
        foreach ((char character, short code) in new[] { (' ', (short)7), ('s', (short)0), ('\0', (short)1), ('\uFFFF', short.MaxValue), ('\0', short.MinValue) })
        {
            verdict.Demand(view.Functions->OnKeyDown(view.Pointer, character, code, 0) != Result.Ok, $"key {code} is taken");
            verdict.Demand(view.Functions->OnKeyUp(view.Pointer, character, code, -1) != Result.Ok, $"the end of key {code} is taken");
        }

        verdict.Demand(view.Functions->OnWheel(view.Pointer, float.NaN) is Result.Ok or Result.False, "a turned wheel fails");
        verdict.Demand(view.Functions->OnFocus(view.Pointer, 1) is Result.Ok or Result.False, "the focus fails");
    }

    public static void View_AHundredTimesWhileProcessing_LeavesNothing(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using Player player = new(plugin);
        uint before = Faces.References(plugin.Component);
        for (int round = 0; round < 100; round++)
        {
            using RawView view = new(plugin);
            view.SetFrame();
            DemandAttached(view, verdict);
            view.Run(0.01);
            view.Remove();
            verdict.Demand(view.Loop.Registered == (0, 0) && view.Release() == 0, $"view {round} leaves something");
        }

        verdict.Demand(Faces.References(plugin.Component) == before, "references to the component are left");
        player.Stop();
        verdict.Demand(player.Blocks > 0, "nothing was played");
    }

    private static void DemandAttached(RawView view, Verdict verdict)
    {
        verdict.Demand(view.Attach() == Result.Ok, "it is not attached");
        verdict.Demand(view.Loop.Registered == (1, 1), $"attached, it is registered {view.Loop.Registered} times");
    }

    private static int Supports(RawView view, string type)
    {
        fixed (byte* text = System.Text.Encoding.ASCII.GetBytes(type + '\0'))
        {
            return view.Functions->IsPlatformTypeSupported(view.Pointer, text);
        }
    }

    private static void Release(void* face)
    {
        if (face != null)
        {
            Faces.Unknown(face)->Release(face);
        }
    }
}
