using GrooveGuru.Plugin.Diagnostics;

namespace GrooveGuru.Plugin.Editor.Desk;

/// <summary>What the user wants in every project, shared by all windows of the process and saved in the background.</summary>
internal sealed class UserPreferences(PreferencesFile file)
{
    private readonly Lock _gate = new();
    private UserChoice? _choice;
    private Task _saving = Task.CompletedTask;

    /// <summary>The one of this process.</summary>
    public static UserPreferences Shared { get; } = new(new PreferencesFile(PreferencesFile.FindFolder(Environment.GetEnvironmentVariable)));

    /// <summary>What is wanted now; the same object as long as nothing changed.</summary>
    public UserChoice Choice
    {
        get
        {
            lock (_gate)
            {
                return _choice ??= file.Read();
            }
        }
    }

    /// <summary>Takes another choice and saves it soon.</summary>
    /// <param name="choice">What is wanted from now on.</param>
    /// <param name="whenNotSaved">Gets the reason where it cannot be saved; on another thread.</param>
    public void Change(UserChoice choice, Action<string> whenNotSaved)
    {
        lock (_gate)
        {
            if (choice == (_choice ??= file.Read()))
            {
                return;
            }

            _choice = choice;
            _saving = _saving.ContinueWith(_ => Save(whenNotSaved), TaskScheduler.Default);
        }
    }

    /// <summary>Waits until all is saved that was changed before.</summary>
    public Task Saved()
    {
        lock (_gate)
        {
            return _saving;
        }
    }

    private void Save(Action<string> whenNotSaved)
    {
        try
        {
            if (file.Write(Choice) is { } reason)
            {
                whenNotSaved(reason);
            }
        }
        catch (Exception error)
        {
            Faults.Report(error, "saving preferences");
        }
    }
}
