namespace GrooveGuru.Core.Tonality;

/// <summary>The two modes that are told apart.</summary>
public enum KeyMode
{
    /// <summary>Major.</summary>
    Major,

    /// <summary>Minor.</summary>
    Minor,
}
