using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Boxes;

/// <summary>Parses the boxes that <see cref="FoldableBoxes"/> marks.</summary>
internal sealed class FoldableBoxParser : FencedBlockParserBase<CustomContainer>
{
    public FoldableBoxParser()
    {
        OpeningCharacters = [FoldableBoxes.Fence];
        InfoPrefix = null;
    }

    protected override CustomContainer CreateFencedBlock(BlockProcessor processor) => new(this);
}
