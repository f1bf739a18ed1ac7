using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>Sizes and content scales of the view, good ones and nonsense.</summary>
internal static unsafe class ViewSizeChecks
{
    private const int LeastUsable = 100, MostUsable = 32_767;

    private static readonly ViewRect[] Nonsense =
    [
        new(0, 0), new(-5, -5), new(800, 0), new(0, 800), new(int.MaxValue, int.MaxValue), new(int.MinValue, int.MinValue),
        new() { Left = int.MinValue, Top = int.MinValue, Right = int.MaxValue, Bottom = int.MaxValue },
        new() { Left = 500, Top = 500, Right = 100, Bottom = 100 },
    ];

    public static void Size_BeforeAttached_IsTold(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        verdict.Demand(IsUsable(view.Size), $"before it is attached, its size is {view.Size}");
        verdict.Demand(view.Functions->GetSize(view.Pointer, null) != Result.Ok, "getSize takes null");
        verdict.Demand(view.Functions->CanResize(view.Pointer) is Result.Ok or Result.False, "canResize fails");
    }

    public static void OnSize_OfNonsense_LeavesAGoodSize(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        verdict.Demand(view.Functions->OnSize(view.Pointer, null) != Result.Ok, "onSize takes null");
        for (int round = 0; round < 2; round++)
        {
            foreach (ViewRect size in Nonsense)
            {
                view.OnSize(size);
                verdict.Demand(
                    view.Size is { Width: > 0 and <= MostUsable, Height: > 0 and <= MostUsable },
                    $"after a size of {size.Width} x {size.Height} it is {view.Size}");
            }

            view.OnSize(new ViewRect(700, 500));
            verdict.Demand(round > 0 || view.Attach() == Result.Ok, "after nonsense it is not attached");
            view.Run();
        }
    }

    public static void Constraint_OfAnySize_GivesAUsableOneAndKeepsIt(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        verdict.Demand(view.Functions->CheckSizeConstraint(view.Pointer, null) != Result.Ok, "checkSizeConstraint takes null");
        foreach (ViewRect wanted in Nonsense.Append(new ViewRect(10, 10)).Append(new ViewRect(900, 700)))
        {
            ViewRect size = wanted;
            if (view.Constrain(ref size) == Result.Ok)
            {
                verdict.Demand(IsUsable((size.Width, size.Height)), $"{wanted.Width} x {wanted.Height} becomes {size.Width} x {size.Height}");
                verdict.Demand(size.Left == wanted.Left && size.Top == wanted.Top, "a constraint moves the view");
                ViewRect again = size;
                view.Constrain(ref again);
                verdict.Demand(again.Width == size.Width && again.Height == size.Height, "what was allowed is changed again");
            }
        }

        ViewRect own = new(view.Size?.Width ?? 0, view.Size?.Height ?? 0);
        view.Constrain(ref own);
        verdict.Demand((own.Width, own.Height) == view.Size, "its own size is not allowed");
    }

    public static void Size_AllowedAndGiven_IsTaken(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        verdict.Demand(view.Attach() == Result.Ok, "it is not attached");
        if (view.Functions->CanResize(view.Pointer) != Result.Ok)
        {
            return;
        }

        foreach ((int width, int height) in new[] { (900, 700), (1200, 640), (10, 10), (760, 520) })
        {
            ViewRect size = new(width, height);
            verdict.Demand(view.Constrain(ref size) == Result.Ok, "checkSizeConstraint fails");
            verdict.Demand(view.OnSize(size) == Result.Ok && view.Size == (size.Width, size.Height), $"{size.Width} x {size.Height} becomes {view.Size}");
            view.Run();
        }
    }

    public static void Scale_OfNonsense_IsRefusedAndOthersAreTaken(Vst3Module module, Verdict verdict)
    {
        const int tolerance = 4;
        using Vst3Plugin plugin = module.Create();
        using RawView view = new(plugin);
        view.SetFrame();
        for (int round = 0; round < 2; round++)
        {
            verdict.Demand(view.SetScale(1) == Result.Ok, "a scale of 1 is refused");
            (int width, int height) = view.Size ?? (0, 0);
            foreach (float nonsense in new[] { 0, -1, float.NaN, float.PositiveInfinity, float.NegativeInfinity })
            {
                verdict.Demand(view.SetScale(nonsense) != Result.Ok, $"a scale of {nonsense} is taken");
                verdict.Demand(view.Size == (width, height), $"a scale of {nonsense} changes the size");
            }

            foreach (float scale in new[] { 1.5f, 2, 3, 1 })
            {
                verdict.Demand(view.SetScale(scale) == Result.Ok, $"a scale of {scale} is refused");
                (int Width, int Height)? size = view.Size;

                // Once it is open, the host has the last word about the size; this one keeps it.
                verdict.Demand(
                    round > 0 || (Math.Abs(size!.Value.Width - (width * scale)) <= tolerance && Math.Abs(size.Value.Height - (height * scale)) <= tolerance),
                    $"at a scale of {scale} it is {size}, at 1 {width} x {height}");
                verdict.Demand(IsUsable(size), $"at a scale of {scale} it is {size}");
                view.Run();
            }

            verdict.Demand(round > 0 || view.Attach() == Result.Ok, "it is not attached");
        }
    }

    private static bool IsUsable((int Width, int Height)? size) =>
        size is { Width: >= LeastUsable and <= MostUsable, Height: >= LeastUsable and <= MostUsable };
}
