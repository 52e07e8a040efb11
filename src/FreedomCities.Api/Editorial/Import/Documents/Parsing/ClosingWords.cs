using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>
/// What publishers write below an FAQ that belongs to no answer: a call for feedback, the date, headings of links and contacts.
/// </summary>
internal static partial class ClosingWords
{
    private const int MaxLength = 120;

    /// <summary>Whether a text asks its reader: "Was this page helpful?", "Still have questions?".</summary>
    public static bool AsksReader(string text) => text.Length <= MaxLength && Feedback().IsMatch(text);

    /// <summary>Whether a text is the date of the page: "Last updated 3 May 2024".</summary>
    public static bool IsDate(string text) => text.Length <= MaxLength && Date().IsMatch(text) && text.Any(char.IsDigit);

    /// <summary>Whether a heading behind the questions is none of them: "Related links", "Contact us".</summary>
    public static bool IsClosing(string heading) => heading.Length <= MaxLength && Heading().IsMatch(heading);

    [GeneratedRegex(
        """
        \A\W*(
          (was|is)[ ]this[ ](page|article|answer|information|content|faq|guide)[ ]([\w ]*[ ])?(helpful|useful)
        | did[ ](this|we|you)[ ](page[ ]|article[ ])?(answer[ ]your[ ]questions?|find[ ](this|what|it)\b[\w ]*)
        | (do[ ]you[ ])?(still[ ])?(have|got)[ ]((an?|any|more|other|further|another|additional)[ ])*(questions?|comments?)
        | (any|more|other|further)[ ]((other|more|further)[ ])*questions?
        | (still[ ])?need[ ]((more|further|additional|some|extra)[ ])*(help|assistance|information)
        | (still[ ])?(can[’']?t|cannot|couldn[’']?t|didn[’']?t)[ ]find[ ][\w ’']*
        | ¿?(le|te|les)?[ ]?(ha[ ])?(fue|resultó|sido|resultado)[ ]útil[\w ]*
        | ¿?(aún[ ]|todavía[ ])?(tiene|tienes)[ ]((más|otras|alguna|dudas[ ]o)[ ])*(preguntas?|dudas?|consultas?)
        | ¿?necesita[s]?[ ](más[ ])?ayuda
        | cette[ ]page[ ]vous[ ]a-t-elle[ ][\w ]*utile | (avez-vous[ ])?(d[’']autres|encore[ ]des|une)[ ]questions? | besoin[ ]d[’']aide
        | war[ ](diese|dieser)[ ]\w+[ ][\w ]*hilfreich
        | (haben[ ]sie[ ])?(noch|weitere)[ ]fragen | (brauchen|benötigen)[ ]sie[ ](weitere[ ])?hilfe
        | (esta|essa)[ ]página[ ][\w ]*útil | (ainda[ ])?tem[ ](mais[ ]|outras[ ])?(dúvidas|perguntas)
        | questa[ ]pagina[ ][\w ]*utile | (hai|avete)[ ](altre|ancora)[ ]domande
        | この(ページ|情報|記事)[はが].*役に立ちましたか | 此?(页面|頁面|文章|本页).*(帮助|幫助|有用)吗?
        )\s*[?？]?\W*\z
        | \A(was[ ]this[ ]\w+[ ]helpful|still[ ](have|need)[ ][\w ]*)\?\s[^?]*\z
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Feedback();

    [GeneratedRegex(
        """
        \A\W*(
          (this[ ]|the[ ])?((page|article|content|document|date|information|faq)[ ](was[ ])?)?
          (last|date)[ ]?(updated?|reviewed|modified|changed|edited|revised|update)\b
        | (page|content)[ ](updated|reviewed|modified)\b | (updated|reviewed|revised)([ ]on|:)
        | (última|ultima)[ ](actualización|modificación|revisión|atualização) | actualizado[ ](el|:|en) | atualizado[ ](em|:)
        | (dernière|date[ ]de)[ ](mise[ ]à[ ]jour|modification) | mis[e]?[ ]à[ ]jour[ ](le|:)
        | (zuletzt|letzte)[ ](aktualisiert|geändert|aktualisierung|änderung) | stand\s*: | aktualisiert[ ](am|:)
        | ultimo[ ]aggiornamento | aggiornat[oa][ ](il|al|:)
        | (最終)?更新日?\s*[:：] | 最終更新日? | (最后|最後|最近)更新 | 更新(日期|时间|時間) | آخر[ ]تحديث | последнее[ ]обновление
        )[^?？]*\z
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(
        """
        \A\W*(
          (related|further|more|other|additional|useful|external|helpful|quick)[ ](\w+[ ])?
          (links?|reading|information|info|resources?|pages|articles|topics|help|materials?)
        | see[ ]also | references? | sources? | citations | footnotes | notes
        | contacts? | contact[ ](us|information|details) | links | resources
        | licen[sc]e | credits | acknowledg\w+ | feedback | comments
        | leave[ ]a[ ](reply|comment) | share[ ]this.* | (still[ ])?need[ ](more[ ])?help | learn[ ]more
        | enlaces([ ].*)? | más[ ]información | contacto | contáctenos | recursos([ ].*)? | referencias | fuentes
        | liens([ ].*)? | pour[ ]en[ ]savoir[ ]plus | contactez-nous | nous[ ]contacter | ressources | références
        | weiterführende[ ].* | kontakt | (mehr|weitere)[ ]informationen | quellen
        | links[ ]úteis | contato | saiba[ ]mais | referências | link[ ]utili | contatti | riferimenti
        | zobacz[ ]też | przydatne[ ]linki | див[.][ ]також | см[.][ ]также | ссылки | контакты | ayrıca[ ]bakınız | iletişim | zie[ ]ook
        | 関連(リンク|情報|ページ).* | お問い?合わせ先? | 参考.* | 相关(链接|文章|信息) | 联系我们
        )\W*\z
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Heading();
}
