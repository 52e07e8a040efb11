using System.Text.RegularExpressions;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Editorial.Import.Documents.Readers;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>Damaged files end in a document or in a sentence, never in another exception.</summary>
public sealed class MutatedFileTests
{
    public static TheoryData<string> Samples => new(SampleFiles.All.Select(s => s.Name));

    [Theory]
    [MemberData(nameof(Samples))]
    public void MutatedFile_IsReadOrRefused(string name) => Assert.Empty(FindFailures(name, 300));

    [Theory(Explicit = true)]
    [MemberData(nameof(Samples))]
    public void TenThousandMutatedFiles_AreReadOrRefused(string name) => Assert.Empty(FindFailures(name, 10_000));

    internal static string[] FindFailures(string name, int count)
    {
        var sample = SampleFiles.All.Single(s => s.Name == name).Bytes;
        return
        [
            .. from seed in Enumerable.Range(0, count)
               let failure = FindFailure(name, new MutatedFiles(seed).Mutate(sample))
               where failure is not null
               select $"seed {seed}: {failure}",
        ];
    }

    private static Exception? FindFailure(string name, byte[] bytes)
    {
        try
        {
            if (FileFormatDetector.Detect(name, bytes) == FileFormat.Zip)
            {
                FileCollection.ReadArchive(name, bytes);
            }
            else
            {
                FaqDocument.Create(DocumentReader.Read(name, bytes));
            }

            return null;
        }
        // What the importer reports as a sentence.
        catch (Exception e) when (e is ImportException or FormatException or RegexMatchTimeoutException)
        {
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
