"""Abbreviations in the middle of sentences and at their end, language by language."""

from __future__ import annotations

import pytest

from digest.segment import segment

WITHIN = {
    "en": (
        "They said that {} came to see it.",
        """
        Det. Insp. Bo Ash; Asst. Chief Bell; Lt. Gov. Ada Voss; Vice Adm. Bo Ash; Rev. Dr. Bo Ash; Sgt. 1st Class Bo
        Ash; Pfc. Bo Ash; Spc. Bo Ash; Fr. Bo Ash; Msgr. Bo Ash; the Rt. Hon. Bo Ash; Atty. Gen. Bo Ash; D.A. Bo Ash;
        No. 10 Bell Street; St. Louis; Ft. Bell; Mt. Bell; Bell vs. Ash; Bo Ash a.k.a. Big Bo; approx. 40 men; a house
        est. 1910; Bo Ash (b. 1910); some c. 1900 men; pp. 3-5; Eq. 3; Sect. 3; Art. 5; para. 4; Reg. 5; Lt.-Col.
        Bell; Sgt.-Maj. Bell; Maj.-Gen. Bell; Supt. Bell; Ch. Supt. Bell; Const. Bell; P.C. Bell; Cpl. Bell;
        Brig.-Gen. Bell; Cdre. Bell; Capt. Bell; Ens. Bell; Comm. Bell; Dir. Bell; Pres. Bell; Vice-Pres. Bell; Sens.
        Bell and Ash; Reps. Bell and Ash; Del. Bell; Assemb. Bell; Hosp. Bell; Univ. of Bell; Dept. of Bell;
        Gov.-elect Bell; Bell & Co. Ltd. Chairman Ash; Bell Bros. Circus; Bell Mfg. Corp; Bell Intl. Airport; U.S.
        Rep. Bell; U.N. Secretary Bell; E.U. Commissioner Bell; L.A. Mayor Bell; D.C. Mayor Bell; Bo Ash Jr. Bell;
        J.R.R. Bell; J. R. Bell; J.P. Morgan Bell; W.E.B. Bell; Geo. Bell; Wm. Bell; Chas. Bell; Jas. Bell; Thos.
        Bell; Robt. Bell; Ste. Anne; the Sept. 5 men; the Tues. Oct. 3 men; Ave. B men; Blvd. Bell; Pt. Bell; Nat'l.
        Bell; Prof. Emer. Bell; Dr. (Mrs.) Bell; Cllr. (Dr.) Bell; Sgt. Maj. (ret.) Bell
        """,
    ),
    "de": (
        "Er sagte, dass {} gestern kam.",
        """
        Nr. 5; St. Pölten; Hr. Ott; Anna Ott geb. Kern; u. a. Ott; z. Zt. Ott; d. h. Ott; i. d. R. Ott; bspw. Ott;
        vgl. Ott; Kap. 3; Bd. 3; Mo. 3. Mai; Prof. em. Ott; Dr. phil. habil. Ott; Abt. 5; Anm. 3; Jan. 2020; im 19.
        Jahrhundert; bzw. Ott; Tel. 05; zzgl. Steuern; Oberst i. G. Ott; Gen. Ott; Lt. Ott; Hptm. Ott; Min. Ott; StR.
        Ott; Bgm. Ott; Abg. Ott; Landrat a. D. Ott; Priv.-Doz. Ott; PD Dr. Ott; Dipl.-Kfm. Ott; Dr.-Ing. Ott; Ing.
        Ott; Mag. pharm. Ott; Dr. jur. Ott; Dr. sc. Ott; Dr. techn. Ott; Dr. agr. Ott; Dr. h. c. mult. Ott; Sr. Maria;
        P. Anselm; Pfr. Ott; Kard. Ott; max. Leistung; mind. Ott; spez. Ott; insb. Ott; bes. Ott; urspr. Ott; versch.
        Orte; jew. Ott; entspr. Ott; a. M. Ott; Frankfurt a. M. Ott; K.-H. Ott; H. Ott; Chr. Ott; Th. Ott
        """,
    ),
    "fr": (
        "Il a dit que {} est venu.",
        """
        M. Roy; MM. Roy et Bel; Mme. Roy; St. Malo; bd. Roy; p. ex. Roy; le 1er janv. 2020; Me. Roy; n° 5; Dr. Roy;
        Pr. Roy; J.-C. Roy; J.-Ph. Roy; Ch. Roy; Ph. Roy; Th. Roy; Mgr. Roy; Gal. Roy; Cdt. Roy; Lt. Roy; Sgt. Roy;
        Adj. Roy; Cne. Roy; env. 40 pers; max. 40; vol. 3; éd. Roy; chap. 3; cf. Roy; Ste. Anne; av. Roy; S. E. Roy;
        le gén. Roy; le col. (er) Roy; P.-Y. Roy; l’adj. Roy; Vve. Roy; dir. Roy
        """,
    ),
    "es": (
        "Dijo que {} vino ayer.",
        """
        D. Juan; D.ª Ana; Dª. Ana; EE. UU. Biden; Ud. Ana; Avda. Sur; la calle núm. 5; Excmo. Sr. Gil; Dpto. 5; Gral.
        Paz; Cap. Gil; Sto. Tomé; Ntra. Sra. Ana; Hno. Luis; Pdte. Gil; vol. 3; aprox. 40; p. ej. Ana; Ma. Luisa; Mª.
        Luisa; Fco. Gil; J. M.ª Gil; Cmdte. Gil; Tte. Gil; Sgto. Gil; Insp. Gil; Comis. Gil; Cnel. Gil; Pbro. Gil;
        Mons. Gil; Lic. Gil; Ing. Gil; Arq. Gil; Prof. Gil; Dip. Gil; Sen. Gil; Gob. Gil; máx. 40; mín. 40; págs. 3;
        n.º 5; art. 5; inc. 3; Sta. Ana; S. Juan; Rvdo. Gil; Fr. Luis; Alm. Gil
        """,
    ),
    "pt": (
        "Disse que {} veio ontem.",
        """
        V. Exa. Gil; Av. Sul; R. Nova; n.º 5; art. 5.º; Profª. Ana; Prof.ª Ana; Drª. Ana; Dª. Ana; Dra. Ana; Eng. Gil;
        Eng.º Gil; Arq. Gil; D. João; S. Paulo; Sto. Tirso; Sta. Ana; Pe. Luis; Mons. Gil; séc. XX; Gen. Gil; Cel.
        Gil; Ten. Gil; Maj. Gil; Cap. Gil; Sgt. Gil; Dep. Gil; Sen. Gil; Min. Gil; Gov. Gil; Pres. Gil; máx. 40; mín.
        40; pág. 3; aprox. 40; cerca de 40; p. ex. Ana; Exmo. Sr. Gil; Des. Gil; Del. Gil; Fr. Luis; Pç. Sul; Lda. Ana
        """,
    ),
    "it": (
        "Ha detto che {} venne ieri.",
        """
        on. Rossi; dott. Neri; Card. Neri; mons. Neri; S. Pietro; Dott.ssa Ada; avv. Neri; pag. 3; sec. XX; n. 5; art.
        5; arch. Neri; geom. Neri; Egr. Sig. Neri; C.so Roma; L. 5; ing. Neri; gen. Neri; col. Neri; cap. Neri; magg.
        Neri; ten. Neri; brig. Neri; sen. Neri; dep. Neri; pres. Neri; prof.ssa Ada; Dott. Ing. Neri; P. Neri; Mons.
        Neri; ca. 40; max. 40; v. Roma; vol. 3; cfr. Neri; p. es. Neri; sig.ra Ada; rag. Neri; cav. Neri; comm. Neri;
        uff. Neri; S.E. Neri; G.B. Neri
        """,
    ),
    "nl": (
        "Hij zei dat {} gisteren kwam.",
        """
        dhr. Jansen; mw. Jansen; mevr. Jansen; mr. Jansen; prof. dr. Jansen; drs. Jansen; ir. Jansen; ing. Jansen; ds.
        Jansen; St. Jan; o.a. Jansen; o.m. Jansen; bijv. Jansen; bv. Jansen; t.a.v. Jansen; m.i.v. 3; i.s.m. Jansen;
        blz. 3; max. 40; min. 40; ca. 40; nr. 5; art. 5; gen. Jansen; kol. Jansen; lt. Jansen; sgt. Jansen; min.
        Jansen; wnd. Jansen; z.k.h. Jansen; J.-P. Jansen; A.H. Jansen; pag. 3; hst. 3; t.w. Jansen; d.w.z. Jansen;
        m.n. Jansen; resp. Jansen; incl. Jansen; excl. Jansen; vgl. Jansen
        """,
    ),
    "sv": (
        "Han sade att {} kom i går.",
        """
        t.ex. Berg; bl.a. Berg; kl. 5; nr. 5; prof. Berg; dir. Berg; fil. dr. Berg; s. 5; ca. 40; jan. 2020; tfn. 5;
        S:t Olof; f.d. Berg; dvs. Berg; d.v.s. Berg; s.k. Berg; resp. Berg; inkl. Berg; exkl. Berg; fr.o.m. Berg;
        t.o.m. Berg; kap. 3; st. 5; adj. Berg; doc. Berg; löjtn. Berg; kapt. Berg; min. 40; max. 40; jfr. Berg; J.-P.
        Berg; t. ex. Berg; bl. a. Berg; f. d. Berg; p.g.a. Berg; m.a.o. Berg
        """,
    ),
    "ru": (
        "Он сказал, что {} был там.",
        """
        проф. Белов; т. е. Белов; т. к. Белов; ул. Мира; д. 5; кв. 5; г. Орлов; с. Белое; пос. Белый; им. Белова; ст.
        5; п. 3; см. Белов; ген. Белов; полк. Белов; зам. Белова; р. Волга; о. Белый; оз. Белое; тов. Белов; св.
        Николай; стр. 5; рис. 5; корп. 5; мкр. Белый; респ. Белая; ок. 5; англ. Bell; А.-П. Белов; Ж.-П. Белов; г-н.
        Белов; акад. Белов; доц. Белов; дир. Белов; мин. Белов; деп. Белов; гос. Дума; пр. Мира; пер. Мира; наб. Мира;
        бул. Мира; пл. Мира; обл. Белая; р-н. Белый; дер. Белая; хут. Белый; ст. Белая; макс. 40; мин. 40; прибл. 40;
        янв. 2020; гр. Белов; кап. Белов; майор Белов; л-т. Белов; гл. 5; т. 5; ч. 5; разд. 5; табл. 5; тел. 5; напр.
        Белов; в т. ч. Белов
        """,
    ),
    "uk": (
        "Він сказав, що {} був там.",
        """
        проф. Біленко; т. зв. Біленко; вул. Миру; буд. 5; кв. 5; м. Київ; с. Біле; смт. Біле; ім. Біленка; ст. 5; п.
        3; див. Біленко; ген. Біленко; полк. Біленко; заст. Біленка; р. Дніпро; о. Білий; оз. Біле; св. Миколай; стор.
        5; рис. 5; корп. 5; акад. Біленко; доц. Біленко; дир. Біленко; пр. Миру; просп. Миру; пров. Миру; наб. Миру;
        бул. Миру; пл. Миру; обл. Біла; р-н. Білий; макс. 40; мін. 40; прибл. 40; січ. 2020; гр. Біленко; т. 5; ч. 5;
        табл. 5; тел. 5; напр. Біленко; Ж.-П. Біленко; о. Іван; нар. деп. Біленко; т. 5
        """,
    ),
    "pl": (
        "Powiedział, że {} był tam.",
        """
        prof. Lis; dr. Lis; inż. Lis; mgr. Lis; ul. Lipowa; al. Lipowa; pl. Lipowy; os. Lipowe; im. Lisa; art. 5; ust.
        3; pkt. 3; nr. 5; gen. Lis; płk. Lis; mjr. Lis; kpt. Lis; por. Lis; ppłk. Lis; ppor. Lis; sierż. Lis; asp.
        Lis; kom. Lis; podkom. Lis; nadkom. Lis; insp. Lis; mł. asp. Lis; st. sierż. Lis; bryg. Lis; kpr. Lis; ks.
        Lis; bp. Lis; abp. Lis; kard. Lis; św. Jan; bł. Jan; o. Jan; min. Lis; woj. Lis; dyr. Lis; prez. Lis; wicemin.
        Lis; red. Lis; sek. Lis; adm. Lis; hr. Lis; J.-P. Lis; m.in. Lis; np. Lis; tzw. Lis; tj. Lis; tzn. Lis; wg.
        Lisa; ok. 40; maks. 40; godz. 5; woj. lubelskie; pow. Lipno; gm. Lipno; m.st. Warszawa; tel. 5; str. 5; rozdz.
        5; zob. Lis; por. Lis; śp. Lis; ś.p. Lis; dr hab. Lis; prof. zw. Lis; adw. Lis; r. pr. Lis; sp. z o.o. Lis
        """,
    ),
    "cs": (
        "Řekl, že {} byl tam.",
        """
        prof. Lis; Dr. Lis; Ing. Lis; Mgr. Lis; MUDr. Lis; ul. Nová; nám. Nové; tř. Nová; č. 5; čl. 5; odst. 3; písm.
        3; gen. Lis; plk. Lis; mjr. Lis; kpt. Lis; por. Lis; npor. Lis; pplk. Lis; prap. Lis; brig. Lis; sv. Jan; bl.
        Jan; P. Jan; min. Lis; např. Lis; tzv. Lis; tj. Lis; tzn. Lis; cca. 40; max. 40; min. 40; str. 5; kap. 5; tel.
        5; viz. Lis; srov. Lis; zejm. Lis; vč. Lis; resp. Lis; popř. Lis; příp. Lis; J.-P. Lis; JUDr. Lis; Bc. Lis;
        doc. Lis; PhDr. Lis; RNDr. Lis; ThDr. Lis; PaedDr. Lis; MVDr. Lis; DiS. Lis; Ph.D. Lis; 5. května; 19.
        století; mj. Lis; st. Lis; ml. Lis
        """,
    ),
    "fi": (
        "Hän sanoi, että {} tuli eilen.",
        """
        prof. Salo; tri. Salo; dos. Salo; maist. Salo; ins. Salo; kenr. Salo; ev. Salo; kapt. Salo; maj. Salo; pastori
        Salo; esim. Salo; mm. Salo; ns. Salo; nk. Salo; n. 40; noin 40; klo. 5; s. 5; nro. 5; ks. Salo; vrt. Salo;
        ent. Salo; os. Salo; toim. Salo; puh. 5; ts. Salo; eli Salo; 5. toukokuuta; J.-P. Salo; tohtori Salo; vt.
        Salo; ao. Salo; alk. 5; max. 40; väh. 40; yht. 40; huom. Salo; em. Salo; ko. Salo; fil. Salo
        """,
    ),
    "tr": (
        "Dedi ki {} dün geldi.",
        """
        Prof. Kaya; Doç. Kaya; Dr. Kaya; Yrd. Doç. Kaya; Av. Kaya; Müh. Kaya; Öğr. Gör. Kaya; Alb. Kaya; Gen. Kaya;
        Org. Kaya; Yzb. Kaya; Tğm. Kaya; Bnb. Kaya; Yb. Kaya; Kur. Kaya; Korg. Kaya; Tümg. Kaya; Tuğg. Kaya; Sn. Kaya;
        Bk. Kaya; bkz. Kaya; örn. Kaya; St. Kaya; Mah. Kaya; Cad. Kaya; Sok. Kaya; Apt. Kaya; No. 5; Tel. 5; s. 5; md.
        5; 5. madde; T.C. Kaya; Hz. Kaya; Op. Dr. Kaya; Uzm. Dr. Kaya; Arş. Gör. Kaya; J.-P. Kaya; Ecz. Kaya; Mim.
        Kaya; Bşk. Kaya; Gn. Kaya; Md. Kaya; Yard. Kaya; vd. Kaya; yak. 40; max. 40; II. Abdülhamit
        """,
    ),
}

AT_THE_END = {
    "en": (
        "They saw it in {}. {} it again.",
        """
        Vint Inc; the U.S; the U.K; 2010; May; 3 p.m; section B; the NHS; 5 km; 40 min; 5 sec; $5 bn; 5 m; 5 in; 9 ft;
        40 lbs; 40 percent; Ltd; Mass; Maine; the dept; St. Louis; Washington, D.C; Oct. 3; the gym; his car; 1990s;
        etc; the Co; Ave; No. 5; June
        """,
        "The mayor saw; He saw; In May they saw; Police saw",
    ),
    "de": (
        "Sie sahen es mit {}. {} es wieder.",
        """
        5 Mio. Euro; 5 km; 40 Min; 5 Std; 2010; 5 kg; 5 Prozent; der EU; Otto IV; Maria Ott; usw; etc; 5 Mrd; der
        GmbH; dem Rad; 5 m; dem SPD-Chef; Dr. Ott
        """,
        "Die Stadt sieht; Er sah; Am Montag sah man; Danach sah man",
    ),
    "ru": (
        "Это было в {}. {} снова это.",
        """
        2010 г; 5 км; 5 мин; 5 тыс. руб; 5 млрд руб; городе; 5 кг; 5 млн; США; 5 тыс; т. д; др; т. п; 5 сек; 5 коп; 5
        чел; 5 долл; XX в; 2010-2015 гг; мае; 5 см; ЕС
        """,
        "Он видел; В мае видели; Однако видели; Власти видели; Мэр увидел",
    ),
    "uk": (
        "Це було в {}. {} знову це.",
        """
        2010 р; 5 км; 5 хв; 5 тис. грн; 5 млрд грн; місті; 5 кг; 5 млн; США; 5 тис; т. д; ін; т. п; 5 сек; 5 коп; 5
        дол; XX ст; 2010-2015 рр; травні; 5 см; ЄС
        """,
        "Він бачив; У травні бачили; Проте бачили; Місто бачило",
    ),
    "pl": (
        "To było w {}. {} to znowu.",
        """
        2010 r; 5 km; 5 min; 5 tys. zł; 5 mld zł; mieście; 5 kg; 5 mln; USA; 5 tys; itd; itp; 5 sek; 5 gr; 5 proc; XX
        w; latach 2010-2015; maju; 5 cm; UE; godz; Sp. z o.o; S.A
        """,
        "On widział; W maju widziano; Jednak widziano",
    ),
    "cs": (
        "Bylo to v {}. {} to znovu.",
        """
        roce 2010; 5 km; 5 min; 5 tis. Kč; 5 mld. Kč; městě; 5 kg; 5 mil; USA; 5 tis; atd; apod; 5 %; XX. století;
        květnu; 5 cm; EU; 18 hod; s.r.o; a.s
        """,
        "On viděl; V květnu viděli; Však viděli",
    ),
    "fi": (
        "Se oli {}. {} sen taas.",
        """
        vuonna 2010; 5 km; 5 min; 5 milj. euroa; 5 kg; jne; ym; yms; 5 milj; USA; kaupunki; 5 cm; EU; 5 t; Oy; Ab; 5
        prosenttia; kello 5
        """,
        "Hän näki; Mutta he näki; Nyt näki",
    ),
    "tr": (
        "Bunu gördü {}. {} onu yine.",
        """
        2010; 5 km; 5 dk; 5 TL; 5 kg; vb; vs; 5 milyon; ABD; kent; 5 cm; AB; A.Ş; Ltd. Şti; yüzde 5; saat 5
        """,
        "O gördü; Ancak gördü; Bugün gördü",
    ),
    "fr": (
        "Ils ont vu {}. {} encore.",
        """
        2010; 5 km; 5 min; 5 M€; 5 kg; etc; 5 h; les USA; la ville; 5 cm; l'UE; la Cie; le n° 5; Jean Roy; J.-P. Roy;
        M. Roy; le 5 janv. 2010; av. J.-C
        """,
        "Il a vu; Le maire a vu; Mais on a vu",
    ),
    "es": (
        "Vieron {}. {} otra vez.",
        """
        2010; 5 km; 5 min; 5 mill; 5 kg; etc; 5 h; EE. UU; la ciudad; 5 cm; la UE; la Cía; el núm. 5; Juan Gil; las 5
        p. m; 5 p.m; S.A; el Sr. Gil; la S.L
        """,
        "Él vio; El alcalde vio; Pero vieron; Nadie vio",
    ),
    "it": (
        "Hanno visto {}. {} ancora.",
        """
        2010; 5 km; 5 min; 5 mln; 5 kg; ecc; 5 h; gli USA; la città; 5 cm; la UE; la S.p.A; il n. 5; Neri; le 5; spa;
        il sig. Neri
        """,
        "Lui ha visto; Il sindaco ha visto; Ma hanno visto; Dopo hanno visto",
    ),
    "pt": (
        "Viram {}. {} outra vez.",
        """
        2010; 5 km; 5 min; 5 mil; 5 kg; etc; 5 h; os EUA; a cidade; 5 cm; a UE; a Ltda; o n.º 5; Silva; as 5; S.A; o
        Sr. Silva; R$ 5 mi
        """,
        "Ele viu; O presidente viu; Mas viram; Ninguém viu",
    ),
    "nl": (
        "Ze zagen {}. {} het weer.",
        """
        2010; 5 km; 5 min; 5 mln; 5 kg; enz; etc; 5 u; de VS; de stad; 5 cm; de EU; de B.V; nr. 5; Jansen; de N.V;
        mei; 40 euro
        """,
        "Hij zag; De burgemeester zag; Maar ze zag; Toen zag",
    ),
    "sv": (
        "De såg {}. {} det igen.",
        """
        2010; 5 km; 5 min; 5 milj; 5 mkr; 5 kg; osv; m.m; m.fl; etc; kl. 5; USA; staden; 5 cm; EU; 5 kr; AB; Berg;
        maj; m. m; o. s. v
        """,
        "Han såg; Kommunen såg; Men de såg; Nu såg",
    ),
}


@pytest.mark.parametrize("language", WITHIN)
def test_an_abbreviation_does_not_end_its_sentence(language: str) -> None:
    sentence, names = WITHIN[language]
    texts = [sentence.format(name) for name in _items(names)]
    assert [text for text in texts if len(segment(text, language)) != 1] == []


@pytest.mark.parametrize("language", AT_THE_END)
def test_an_abbreviation_ends_a_sentence_before_another(language: str) -> None:
    sentences, ends, openers = AT_THE_END[language]
    texts = [sentences.format(end, opener) for end in _items(ends) for opener in _items(openers)]
    assert [text for text in texts if len(segment(text, language)) != 2] == []


def _items(listed: str) -> list[str]:
    return [" ".join(item.split()) for item in listed.split(";")]
