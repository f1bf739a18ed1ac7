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

    private const string PlayedName = ".played.wav";
    private const double PlayingShare = 0.6;

    /// <summary>Writes the preview.</summary>
    /// <param name="arranged">The notes.</param>
    /// <param name="audio">The recording, as far as it is selected.</param>
    /// <param name="folder">Where the file goes.</param>
    /// <param name="progress">0–1.</param>
    /// <param name="cancellation">Ends it early; files may then be left in the folder.</param>
    /// <returns>What the user should know of it; null for nothing.</returns>
    public string? Write(ArrangedSong arranged, SelectedAudio audio, string folder, IProgress<double> progress, CancellationToken cancellation)
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

        try
        {
            PreviewMix.Write(
                audio.Open,
                () => AudioFile.Open(played),
                arranged.StartSeconds - audio.StartSeconds,
                Path.Combine(folder, FileName),
                new PartProgress(progress, PlayingShare, 1),
                cancellation);
        }
        finally
        {
            File.Delete(played);
        }

        return who.Remark;
    }
}
