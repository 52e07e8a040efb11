using System.Reflection;

namespace FreedomCities.Api;

/// <summary>The files of the repository that are built into the program: migrations, roles, seed, pages.</summary>
internal static class EmbeddedFiles
{
    private static readonly Assembly Assembly = typeof(EmbeddedFiles).Assembly;

    public static IEnumerable<string> ListNames(string folder) =>
        Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException(
            $"No embedded file {name}.",
            nameof(name));
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));
}
