namespace GrooveGuru.Plugin.State;

/// <summary>The ids in use in this process: a duplicated track brings a copy of its state, and two instances must not be one track.</summary>
internal static class InstanceRegistry
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> InUse = new(StringComparer.Ordinal);

    /// <summary>A new id, taken.</summary>
    public static string TakeNew()
    {
        string id = Guid.NewGuid().ToString("D");
        lock (Gate)
        {
            InUse.Add(id);
        }

        return id;
    }

    /// <summary>Changes an instance's id to the one of its saved state.</summary>
    /// <param name="current">The id it has; given back when it changes.</param>
    /// <param name="wanted">The saved id.</param>
    /// <returns>The id it has now: the current one where the saved one is no id or in use.</returns>
    public static string Change(string current, string wanted)
    {
        if (!Guid.TryParseExact(wanted, "D", out _))
        {
            return current;
        }

        lock (Gate)
        {
            if (!InUse.Add(wanted))
            {
                return current;
            }

            InUse.Remove(current);
            return wanted;
        }
    }

    /// <summary>Gives an id back.</summary>
    public static void Return(string id)
    {
        lock (Gate)
        {
            InUse.Remove(id);
        }
    }
}
