using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Listening;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>A desk that shows what a test says, and remembers what was asked for.</summary>
internal sealed class TestDesk : IEditorDesk
{
    public EditorState State { get; set; } = new();

    public MeterReading Meters { get; set; } = MeterReading.None;

    public EditorPreferences Preferences { get; set; } = EditorPreferences.Default;

    public List<string> Calls { get; } = [];

    public void SetTrackName(string name)
    {
        Calls.Add($"name {name}");
        State = State with { TrackName = name };
    }

    public void SetTrackRole(TrackRole role)
    {
        Calls.Add($"role {role}");
        State = State with { TrackRole = role };
    }

    public void SetBypass(bool isBypassed)
    {
        Calls.Add($"bypass {isBypassed}");
        State = State with { IsBypassed = isBypassed };
    }

    public void ResetMeters() => Calls.Add("reset");

    public void AnalyzeNow() => Calls.Add("analyze");

    public void Mark(string recommendationId, RecommendationStatus status)
    {
        Calls.Add($"mark {recommendationId} {status}");
        TrackReport marked = State.Report!.Clone();
        marked.Recommendations.First(item => item.Id == recommendationId).Status = status;
        State = State with { Report = marked };
    }

    public void StartJob(string service) => Calls.Add($"start {service}");

    public void CancelJob(string jobId) => Calls.Add($"cancel {jobId}");

    public void Listen(string path)
    {
        Calls.Add($"listen {path}");
        State = State with { Listening = new ListeningState(path, 0, 184) };
    }

    public void StopListening()
    {
        Calls.Add("stop listening");
        State = State with { Listening = null };
    }

    public void Reveal(string path) => Calls.Add($"reveal {path}");

    public void Tell(string note)
    {
        Calls.Add("tell");
        State = State with { Note = note };
    }

    public void OpenStudioPage() => Calls.Add("studio");
}
