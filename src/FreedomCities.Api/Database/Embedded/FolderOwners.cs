namespace FreedomCities.Api.Database.Embedded;

/// <summary>
/// Ownership that root requires of a data folder: only root may replace a folder on its path, and only root and the server's user its
/// entries. Otherwise a link could redirect what root creates there, and gives to the server's user, to any file.
/// </summary>
internal static class FolderOwners
{
    private const uint Root = 0;
    private const int MaxLinks = 40;

    /// <param name="server">The user that the server runs as.</param>
    public static void RefuseOthers(string folder, uint server)
    {
        RefusePath(folder, server, links: 0);
        if (Directory.Exists(folder))
        {
            foreach (var entry in Directory.GetFileSystemEntries(folder))
            {
                EnsureOwner(entry, Root, server);
                RefuseLink(entry);
            }
        }
    }

    private static void RefusePath(string folder, uint server, int links)
    {
        for (var end = 0; end >= 0;)
        {
            end = folder.IndexOf('/', end + 1);
            var path = end < 0 ? folder : folder[..end];
            var isWhole = end < 0 || end == folder.Length - 1;
            EnsureOwner(path, Root, isWhole ? server : Root);
            if (FileStatus.Read(path, followLink: false) is { IsLink: true } && links < MaxLinks)
            {
                var target = Path.GetFullPath(new FileInfo(path).LinkTarget!, Path.GetDirectoryName(path)!);
                RefusePath(target + (end < 0 ? "" : folder[end..]), server, links + 1);
                return;
            }
        }
    }

    private static void RefuseLink(string entry)
    {
        if (FileStatus.Read(entry, followLink: false) is { IsLink: true })
        {
            throw new ConfigurationException(
                $"{entry} is a link, which would lead what root writes to the data folder elsewhere: remove it, or choose another --data.");
        }
    }

    private static void EnsureOwner(string path, params uint[] owners)
    {
        var status = FileStatus.Read(path, followLink: false);
        if (status is not null && !owners.Contains(status.Owner))
        {
            throw new ConfigurationException(
                $"{path} belongs to the user with id {status.Owner}, who could lead what root writes to the data folder elsewhere: " +
                "choose a --data in folders of root's, change the owner, or start the service as that user.");
        }

        if (status is { IsWritableByAll: true })
        {
            throw new ConfigurationException(
                $"Every user may write to {path}, and so exchange the data folder: choose a --data elsewhere, or remove that right.");
        }
    }
}
