namespace GrooveGuru.Host.Cli;

/// <summary>Watches for the end of the standard input.</summary>
internal sealed class StdinEnd
{
    private volatile bool _isReached;

    /// <summary>Begins to watch.</summary>
    public StdinEnd()
    {
        Thread reader = new(Read) { IsBackground = true, Name = "stdin" };
        reader.Start();
    }

    /// <summary>Whether the input has ended.</summary>
    public bool IsReached => _isReached;

    private void Read()
    {
        using Stream input = Console.OpenStandardInput();
        byte[] buffer = new byte[256];
        while (input.Read(buffer) > 0)
        {
            // What is written to it means nothing; only its end does.
        }

        _isReached = true;
    }
}
