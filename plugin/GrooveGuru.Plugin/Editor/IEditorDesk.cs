using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.Editor;

/// <summary>What stands behind the window: all it shows, and all it can ask for. Every call returns at once. [main-thread]</summary>
internal interface IEditorDesk
{
    /// <summary>What is to be shown now; the same object as long as nothing changed.</summary>
    EditorState State { get; }

    /// <summary>What the meters show now.</summary>
    MeterReading Meters { get; }

    /// <summary>How the user wants the window; saved with the project where it belongs to the project, and for the user else.</summary>
    EditorPreferences Preferences { get; set; }

    /// <summary>Takes the user's name for the track; empty takes the host's again.</summary>
    void SetTrackName(string name);

    /// <summary>Takes what the user says that the track is; <see cref="TrackRole.Unspecified"/> leaves it to the bridge again.</summary>
    void SetTrackRole(TrackRole role);

    /// <summary>Switches capture off or on, through the host's parameter.</summary>
    void SetBypass(bool isBypassed);

    /// <summary>Begins the meters' peaks and integrated loudness anew.</summary>
    void ResetMeters();

    /// <summary>Asks for a report of what has been heard until now.</summary>
    void AnalyzeNow();

    /// <summary>What the user says to a recommendation: tried, dismissed, or open again.</summary>
    void Mark(string recommendationId, RecommendationStatus status);

    /// <summary>Starts a job of a kind that <see cref="EditorState.Services"/> names.</summary>
    void StartJob(string service);

    /// <summary>Ends a job.</summary>
    void CancelJob(string jobId);

    /// <summary>Lets a preview be heard in the place of the track, from its beginning; what stands in the way is told.</summary>
    void Listen(string path);

    /// <summary>Ends what is heard of a preview.</summary>
    void StopListening();

    /// <summary>Shows a file in the system's file manager.</summary>
    void Reveal(string path);

    /// <summary>Shows a note that goes away by itself.</summary>
    void Tell(string note);

    /// <summary>Opens the bridge's page in the browser.</summary>
    void OpenStudioPage();
}
