using GrooveGuru.Bridge.Playing;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Progress;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>Lets the notes be heard beside the recording that they were taken from.</summary>
/// <param name="player">Who plays; our own instruments where that fails.</param>
internal sealed class MidiPreview(ISongPlayer player)
{
    /// <summary>The file.</summary>
    public const string FileName = "preview.wav";

    private const string WorkingName = ".preview", PlayedName = "played.wav";
    private const double PlayingShare = 0.6;

    /// <summary>Writes the preview. One that cannot be written leaves nothing, and is no reason to do without the notes.</summary>
    /// <param name="arranged">The notes.</param>
    /// <param name="audio">The recording, as far as it is selected.</param>
    /// <param name="folder">Where the file goes.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What the user should know of it, also that there is none and why; null for nothing.</returns>
    public string? Write(ArrangedSong arranged, SelectedAudio audio, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        try
        {
            string working = Directory.CreateDirectory(Path.Combine(folder, WorkingName)).FullName;
            try
            {
                string? remark = Render(arranged, audio, working, progress, cancellation);
                File.Move(Path.Combine(working, FileName), Path.Combine(folder, FileName));
                return remark;
            }
            finally
            {
                Directory.Delete(working, recursive: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or GrooveGuruException)
        {
            cancellation.ThrowIfCancellationRequested();
            return $"No preview was written: {error.Message}";
        }
    }

    private string? Render(ArrangedSong arranged, SelectedAudio audio, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        string played = Path.Combine(folder, PlayedName);
        int sampleRateHz;
        using (IAudioSource source = audio.Open())
        {
            sampleRateHz = source.SampleRateHz;
        }

        PartProgress playing = new(progress, 0, PlayingShare);
        ISongPlayer who = player;
        try
        {
            who.Render(arranged.Song, sampleRateHz, folder, played, playing, cancellation);
        }
        catch (GrooveGuruException error) when (player is not BuiltInPlayer)
        {
            who = SongPlayers.InPlaceOf(error);
            who.Render(arranged.Song, sampleRateHz, folder, played, playing, cancellation);
        }

        PreviewMix.Write(
            audio.Open,
            () => AudioFile.Open(played),
            arranged.StartSeconds - audio.StartSeconds,
            Path.Combine(folder, FileName),
            new PartProgress(progress, PlayingShare, 1),
            cancellation);
        return who.Remark;
    }
}
