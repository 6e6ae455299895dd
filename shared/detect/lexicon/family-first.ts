// Surnames of peoples who set them first: Chinese (in the spellings of Beijing and of Hong Kong), Vietnamese, Korean.
// Lower case. Common ones only; such a word by itself may be anybody's.
export const FAMILY_FIRST: ReadonlySet<string> = new Set(
  "bui cai cao chan chang chen cheng cheung choi chow chung dang deng ding do dong du duong fan feng fung gao guo han he ho hoang hsu hu huang hui huynh jiang jin jung kang kim kwan kwok kwon lai lam lau le leung li liang liao lim lin ling liu lo lu luo ma mak ng ngo nguyen pan park peng pham phan qian qiu ren shen shi shin song su sun tan tang tian to tran tsang tse vo vu wan wang wei wen wong wu xia xiao xie xu yang yao ye yeung yin yip yoon yu yuan zeng zhang zhao zheng zhong zhou zhu zou".split(
    " ",
  ),
);
