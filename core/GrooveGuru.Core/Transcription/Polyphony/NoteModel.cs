namespace GrooveGuru.Core.Transcription.Polyphony;

/// <summary>
/// How likely candidates are notes, in two rounds: the second one knows what the first one holds of the candidates around. The verb
/// "notes" of tools/GrooveGuru.Fitting fits the weights; its README says on which pieces and how well the model does.
/// </summary>
internal sealed class NoteModel
{
    private const string Resource = "GrooveGuru.Core.Transcription.Polyphony.note-model.bin";
    private static readonly Lazy<NoteModel> Own = new(ReadOwn);

    private readonly NoteNetwork[] _first;
    private readonly NoteNetwork[] _second;

    /// <param name="first">The networks of the first round, whose log odds are averaged.</param>
    /// <param name="second">Those of the second round.</param>
    /// <param name="leastChance">The least probability of a note.</param>
    internal NoteModel(NoteNetwork[] first, NoteNetwork[] second, float leastChance) => (_first, _second, LeastChance) = (first, second, leastChance);

    /// <summary>The model that ships.</summary>
    /// <exception cref="InvalidDataException">The weights that were built in are damaged.</exception>
    public static NoteModel Shipped => Own.Value;

    /// <summary>The least probability with which a candidate is written down.</summary>
    public float LeastChance { get; }

    /// <summary>Judges all candidates of a stretch.</summary>
    /// <param name="heard">The stretch.</param>
    /// <param name="candidates">Its candidates by frame.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>For each candidate how likely it is a note, 0 to 1, and how long after its frame it begins, s.</returns>
    public (float Chance, float ShiftSeconds)[] Judge(HeardStretch heard, NoteCandidate[] candidates, CancellationToken cancellationToken = default)
    {
        CandidateSigns signs = new(heard, candidates);
        int width = CandidateSigns.Count + ContextSigns.Count;
        float[] rows = new float[candidates.Length * width];
        float[] chances = new float[candidates.Length];
        for (int index = 0; index < candidates.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<float> own = rows.AsSpan(index * width, CandidateSigns.Count);
            signs.Measure(index, own);
            chances[index] = Answer(_first, own).Chance;
        }

        ContextSigns context = new(candidates, chances, heard.FrameCount);
        var judged = new (float Chance, float ShiftSeconds)[candidates.Length];
        for (int index = 0; index < candidates.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<float> own = rows.AsSpan(index * width, width);
            context.Measure(index, own[CandidateSigns.Count..]);
            judged[index] = Answer(_second, own);
        }

        return judged;
    }

    /// <summary>What several networks hold of a candidate.</summary>
    internal static (float Chance, float ShiftSeconds) Answer(NoteNetwork[] networks, ReadOnlySpan<float> signs)
    {
        float odds = 0, shift = 0;
        foreach (NoteNetwork network in networks)
        {
            (float ownOdds, float ownShift) = network.Answer(signs);
            (odds, shift) = (odds + ownOdds, shift + ownShift);
        }

        return (1 / (1 + MathF.Exp(-odds / networks.Length)), shift / networks.Length);
    }

    /// <summary>Writes the model as <see cref="Read"/> reads it.</summary>
    internal void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(LeastChance);
        foreach (NoteNetwork[] round in new[] { _first, _second })
        {
            writer.Write(round.Length);
            foreach (NoteNetwork network in round)
            {
                network.Write(writer);
            }
        }
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    internal static NoteModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        float least = reader.ReadSingle();
        return new NoteModel(Round(), Round(), least);

        NoteNetwork[] Round() => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => NoteNetwork.Read(reader))];
    }

    private static NoteModel ReadOwn()
    {
        using Stream stream = typeof(NoteModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The weights of the note model ({Resource}) are not built in.");
        NoteModel model = Read(stream);
        return model._first.All(network => network.SignCount == CandidateSigns.Count)
            && model._second.All(network => network.SignCount == CandidateSigns.Count + ContextSigns.Count)
            ? model
            : throw new InvalidDataException("The weights of the note model are for other signs than those that are measured.");
    }
}
