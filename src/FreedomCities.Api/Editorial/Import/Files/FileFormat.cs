namespace FreedomCities.Api.Editorial.Import.Files;

/// <summary>The formats that an import reads.</summary>
internal enum FileFormat
{
    /// <summary>Plain text or Markdown.</summary>
    Text,
    Html,
    Docx,

    /// <summary>An archive of files in the other formats.</summary>
    Zip,
}
