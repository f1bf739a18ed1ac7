using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Plugin.Editor.Views.Pages;

/// <summary>Something that can be made from a track.</summary>
/// <param name="Service">Its name among the bridge's services.</param>
/// <param name="Job">Its kind of job.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Start">What starts it.</param>
/// <param name="Text">What it is good for.</param>
internal sealed record WorkKind(string Service, JobKind Job, string Title, string Start, string Text);
