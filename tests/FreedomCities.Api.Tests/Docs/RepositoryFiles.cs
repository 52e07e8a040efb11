namespace FreedomCities.Api.Tests.Docs;

/// <summary>The files of the repository, by their paths from the root: what a build or a package manager makes is left out.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Made = [".git", "bin", "obj", "node_modules"];

    public static string[] All { get; } =
        [.. Walk(new DirectoryInfo(Repository.Root)).Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Find(string folder, string ending) =>
        All.Where(f => f.StartsWith(folder, StringComparison.Ordinal) && f.EndsWith(ending, StringComparison.Ordinal));

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.EnumerateFiles().Select(f => f.FullName)
        .Concat(folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name, StringComparer.Ordinal)).SelectMany(Walk));
}
