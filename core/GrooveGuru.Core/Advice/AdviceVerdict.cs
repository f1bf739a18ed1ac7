namespace GrooveGuru.Core.Advice;

/// <summary>What all advice on a track comes to.</summary>
public enum AdviceVerdict
{
    /// <summary>Nothing could be judged.</summary>
    NotJudged,

    /// <summary>All was looked at, and no change is worth a word.</summary>
    NothingToFix,

    /// <summary>Nothing is likely to be wrong; what is given is possible only, to be compared by ear or left alone.</summary>
    NothingClearlyWrong,

    /// <summary>Something is rather wrong than not.</summary>
    SomethingToFix,
}
